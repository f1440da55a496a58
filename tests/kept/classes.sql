SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE TABLE public.answer (
    learner_id text NOT NULL,
    question text NOT NULL,
    first_text text NOT NULL,
    first_right bigint NOT NULL,
    latest_text text NOT NULL,
    latest_right bigint NOT NULL,
    answered bigint NOT NULL,
    first_took bigint
);
CREATE TABLE public.assignment (
    id text NOT NULL,
    class_id text NOT NULL,
    link text NOT NULL,
    link_digest text NOT NULL,
    created bigint NOT NULL
);
CREATE TABLE public.class (
    id text NOT NULL,
    name text NOT NULL,
    code text NOT NULL,
    teacher_hash text NOT NULL,
    created bigint NOT NULL,
    expires bigint NOT NULL
);
CREATE TABLE public.class_store_version (
    version bigint NOT NULL
);
CREATE TABLE public.learner (
    id text NOT NULL,
    class_id text NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL,
    token_hash text NOT NULL,
    let_in bigint NOT NULL,
    joined bigint NOT NULL
);
CREATE TABLE public.quiz_start (
    assignment_id text NOT NULL,
    learner_id text NOT NULL,
    started bigint NOT NULL,
    secret text NOT NULL
);
CREATE TABLE public.quiz_try (
    assignment_id text NOT NULL,
    learner_id text NOT NULL,
    question text NOT NULL,
    try_number bigint NOT NULL,
    answer_text text NOT NULL,
    is_right bigint NOT NULL,
    answered bigint NOT NULL,
    took bigint
);
CREATE TABLE public.receipt (
    id text NOT NULL,
    class_id text NOT NULL,
    assignment_id text NOT NULL,
    learner_id text NOT NULL,
    key text NOT NULL,
    received bigint NOT NULL,
    changed bigint NOT NULL,
    outcome text,
    packed text NOT NULL
);
INSERT INTO public.answer VALUES ('yJDud8rdcmzJ55pKcE3bOQ', 'straight-again', '0', 1, '1', 0, 1795000000000, 4000);
INSERT INTO public.answer VALUES ('yJDud8rdcmzJ55pKcE3bOQ', 'what-is-an-example', '2', 1, '2', 1, 1795000001000, NULL);
INSERT INTO public.answer VALUES ('yJDud8rdcmzJ55pKcE3bOQ', 'line-against-ring', '?0:2', 0, '?2:2', 1, 1795000002000, NULL);
INSERT INTO public.answer VALUES ('j6pO58ZEvIFH26ASrCQOqA', 'straight-again', '1', 0, '1', 0, 1795000000000, 4000);
INSERT INTO public.answer VALUES ('j6pO58ZEvIFH26ASrCQOqA', 'between-two-layers', '=12', 0, '7=44', 0, 1795000003000, 90000);
INSERT INTO public.assignment VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'ETYTEPwCPDX14pAX7kCW6g', '/labs/network?assignment=1&title=Circle&goal=loss_0.95&quiz=four-against-ring.straight-again&tries=2&lock=data-passes&samples=60&layers=3&passes=40&device=cpu', 'f7634c7b10d750f296f309ccbbe597c7467227adb1753ef9c4bfd61b0defe5a3', 1795908810113);
INSERT INTO public.assignment VALUES ('ie7u8EbheZ8XwSgkIfz98w', 'ETYTEPwCPDX14pAX7kCW6g', '/labs/network?assignment=1&title=Spiral&goal=loss_0.0002&due=2026-12-01&data=spiral&samples=60&layers=3&passes=40&device=cpu', 'fbb18654d5e62fe721da2a459e0b76233d58c017230eaf0785b0c0fb87faa25a', 1795908810128);
INSERT INTO public.class VALUES ('ETYTEPwCPDX14pAX7kCW6g', 'Biology 2b – “quoted”', '6GQKCQM6', '9ZpXxBSqmSBVL3hi6uNGz54ZNZsTKCUV1zRVkAlUb8U', 1795908810059, 1827444810059);
INSERT INTO public.class_store_version VALUES (1);
INSERT INTO public.class_store_version VALUES (2);
INSERT INTO public.learner VALUES ('yJDud8rdcmzJ55pKcE3bOQ', 'ETYTEPwCPDX14pAX7kCW6g', 'Ada', 'ada', 'mUgEhH9kmk5NoIt0YxMNxxGt4015xV_QditU5nf_WyY', 0, 1795908810145);
INSERT INTO public.learner VALUES ('j6pO58ZEvIFH26ASrCQOqA', 'ETYTEPwCPDX14pAX7kCW6g', 'Bob', 'bob', '4zC7uJjPmOZRJKQGKCsVnwXNMDjGb11YxcBiwxSC6io', 0, 1795908810177);
INSERT INTO public.learner VALUES ('4KgMZmZ6p2dAzvIwzQLBXg', 'ETYTEPwCPDX14pAX7kCW6g', 'Zoë 日本', 'zoë 日本', 'J-H-W768Eq9534hGU4shhrs0NmojaZdHBZR_h9J22VQ', 0, 1795908810200);
INSERT INTO public.quiz_start VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'yJDud8rdcmzJ55pKcE3bOQ', 1795908810842, 'GzUxKAEnhpYAvaTrwwnwGVr4Ho6yZ-vm');
INSERT INTO public.quiz_start VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'j6pO58ZEvIFH26ASrCQOqA', 1795908811031, 'wDKYoq3pGclpu5EzW6HDYJ0lFd4YfyRl');
INSERT INTO public.quiz_try VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'yJDud8rdcmzJ55pKcE3bOQ', 'straight-again', 1, '0', 1, 1795908810896, 2500);
INSERT INTO public.quiz_try VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'yJDud8rdcmzJ55pKcE3bOQ', 'four-against-ring', 1, '1', 0, 1795908810955, 2500);
INSERT INTO public.quiz_try VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'yJDud8rdcmzJ55pKcE3bOQ', 'four-against-ring', 2, '2', 1, 1795908810994, 2500);
INSERT INTO public.quiz_try VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'j6pO58ZEvIFH26ASrCQOqA', 'straight-again', 1, '0', 1, 1795908811049, 2500);
INSERT INTO public.quiz_try VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'j6pO58ZEvIFH26ASrCQOqA', 'four-against-ring', 1, '1', 0, 1795908811060, 2500);
INSERT INTO public.quiz_try VALUES ('TyEA-_o-2Qu7aht_X5CZFg', 'j6pO58ZEvIFH26ASrCQOqA', 'four-against-ring', 2, '2', 1, 1795908811074, 2500);
INSERT INTO public.receipt VALUES ('XqYtQ0a-3qneFZtMLEURTg', 'ETYTEPwCPDX14pAX7kCW6g', 'TyEA-_o-2Qu7aht_X5CZFg', 'yJDud8rdcmzJ55pKcE3bOQ', 'key-of-the-receipt-0', 1795908810218, 1795908810952, '{"verdict":"confirmed","says":"Replayed, identical: training it again gave the same bits.","testLoss":0.8328626751899719,"accuracy":0.8,"pass":40,"device":"cpu"}', 'eJwtkG9oVWUcx0VEUF8sMM00DR_szD-_bed5nnP_nEPHr-YfSnGNaGNjbPPs3sfr4Z6dcz3PuZvbvLN2pxEqkpQoShARBcoICjZQNlYhkb4YU_NF0ZtMtFcLTIk1CF3fV1--Xz5vPoMsVjnllxLmcGJFFYcqeF4DPywyhzUEXrduCFXSF8VFeFr7hbBHhYnLjcRPAuXu8uNcoIxC5AVuEGndZdbbKeNI2R9wD0XluM4reH6ok7rYDwv1Ook9v3A4WViNJPaVdoURRLmim_cSr67kaa20ob2eUqC0mzaNwOtXsXalsXC5lmnkVa-fU26uVGbE4nLIHMaIhV6PYg7bmfcYMa1UnjkimzFt27ayaWILEHMGWdEP88xhC_j_1K6mZlYh5j3TkLFT0hbm8xDzQt2nYs2c9g5iSRTkmdNuEidBkixKUZoylCWbuEmcExfEJXGLeIp4mniGeJa4TcIkwUkIEpKERSJFIk0iQyJLwiZpkuQkBUlJ0iKZIpkmmSGZJWmTZXYQ61PPvGnmcFlZ_tuSxZP5BxcnZq7Yk4vqGye_rnVwb2kNvp_Z5F49cW1iamwN9mwfuR5e2T354u-ncPvu7MT89FPc-vwHzD0ax9yxyxg4ew5nKx9i1fIhtExX8XGvj2XXhjH7ShdOGlW8-XcrVs5UYVWb8fNsFVMfvIN760fw18om7Pmyimj8ABalqhh6ez8-ezqMGxvfwurGYax-uBf_XHof277bDWvHewg-fQOj94dwfGQHtoxXcHpgO249GURn-Doqo_34t9fB5sajeLc_i7VflHH4XBq_XNc4_42FP8oxhn4VWLa0hIMvcRifhBhtacCZHwPsu1iHYF8RT_7chvaUj_t7t2JuvgD11WYMth3CkVW1ODGfR3L6NWxpzUHUbMJNtxsXzjOU7xzEgdqNeHy0E97Uqzi5oQNNbRvw0YN2vLB4PdyxNkTfrsPjFa34KVqLq34Ldja8jEq6Gf8BwRIc_g');
INSERT INTO public.receipt VALUES ('oLg38HRvmA56qVTvWetGKw', 'ETYTEPwCPDX14pAX7kCW6g', 'TyEA-_o-2Qu7aht_X5CZFg', 'j6pO58ZEvIFH26ASrCQOqA', 'key-of-the-receipt-1', 1795908810253, 1795908810970, '{"verdict":"confirmed","says":"Replayed, identical: training it again gave the same bits.","testLoss":0.925571084022522,"accuracy":0.7666666666666667,"pass":40,"device":"cpu"}', 'eJwtkF9oFFcYxSMYESu6tEUjbUBuy9TSb7Nz793d2Rmd-0FCoJW2CQUlTQxhsntdJ3szs5k7m5hkt9mUgsWWUim0hvQfCCIqSo1UalK2dH0RCw0oKKIoBX2o7UsLQpM-FE3P0-Ecfi-_aRLJvPTLMXEokJKMAqmeVuUHJeKQlPKGdSqQ8UQYldDT2i8GozKIXWrEfqyk2-VHeSWNYugpV4VaD5kddsYYq_hT7sGwEiW9oucHOk5GflDs0HHk-cVD8dpqxJEvtcsMFeZLbsGLvWTZ01pqQ3ujZSW1mzUN5U3KSLvcWLvctGkU5Lifl26-XCFAokpAHEKABN6oJA7pDIcJEC1lgTjMsnnatCyLAlmDiDNNSn5QIA5Zw_-nunr3kRoQ74kGy85wm5lPA8QL9ISMNHEGBoHEoSoQZ8AECgw4pCEDWbAgBzZQEygFyoByoGmgGaBZoBbQHFAbmAmMAmPAOLA0sAywLDALWA6YDdwEToEz4Bx4GngGeBa4BTwH3Ia0OQhkQj7xpolDeW2TW9CNlo92Ni4uvI49TfXjB8satx14DRcob3QtrRcrR7ob2dyFxvQlInadP9NYbd3T-Oe9s3h7Q4it7x_D-ngB39F1bK6T-HKvjzO3RvBRsw8fvzuGR2tvYmkpxs_7O5HPT-LerIPLu2u4K8XxZnsdV7Yk8bu2WXxYeQWXn5vF430Et39Vx55qO97tmMW539owfruOU_HzeP3EDM6kE7iYqONLz27GOVbFFxIbsf9RDTvs9Vi9N4W_fNiC1z6bxO6WFfG4fQKzqb_F4WYFP_70D3GsP8a-zENxtEfjph33xaEjYxjuvS3eGi_jF5_cENXtIV5P_io6McB_H1wVQ5MKNz-4IvZtVFhN_CSafyr8IVoU-7sVfrv1khj8WWHz6gWx-nsJo6_PicsvKpw_dVrcW_Vxy52T4tXvfWxJnRC7-0ZwZvEb0XpqBBO1L0Xp-Ag-88accP5S-B99Bhyw');
INSERT INTO public.receipt VALUES ('GVueg1gAL_w1ILHwqpoT8g', 'ETYTEPwCPDX14pAX7kCW6g', 'TyEA-_o-2Qu7aht_X5CZFg', 'j6pO58ZEvIFH26ASrCQOqA', 'somebody-elses-receipt', 1795908810322, 1795908811013, '{"verdict":"contradicted","says":"It bears the name “Ada”, and “Bob” handed it in.","testLoss":null,"accuracy":null,"pass":null,"device":null}', 'eJwtkG9oVWUcx0VEUF8sMM00DR_szD-_bed5nnP_nEPHr-YfSnGNaGNjbPPs3sfr4Z6dcz3PuZvbvLN2pxEqkpQoShARBcoICjZQNlYhkb4YU_NF0ZtMtFcLTIk1CF3fV1--Xz5vPoMsVjnllxLmcGJFFYcqeF4DPywyhzUEXrduCFXSF8VFeFr7hbBHhYnLjcRPAuXu8uNcoIxC5AVuEGndZdbbKeNI2R9wD0XluM4reH6ok7rYDwv1Ook9v3A4WViNJPaVdoURRLmim_cSr67kaa20ob2eUqC0mzaNwOtXsXalsXC5lmnkVa-fU26uVGbE4nLIHMaIhV6PYg7bmfcYMa1UnjkimzFt27ayaWILEHMGWdEP88xhC_j_1K6mZlYh5j3TkLFT0hbm8xDzQt2nYs2c9g5iSRTkmdNuEidBkixKUZoylCWbuEmcExfEJXGLeIp4mniGeJa4TcIkwUkIEpKERSJFIk0iQyJLwiZpkuQkBUlJ0iKZIpkmmSGZJWmTZXYQ61PPvGnmcFlZ_tuSxZP5BxcnZq7Yk4vqGye_rnVwb2kNvp_Z5F49cW1iamwN9mwfuR5e2T354u-ncPvu7MT89FPc-vwHzD0ax9yxyxg4ew5nKx9i1fIhtExX8XGvj2XXhjH7ShdOGlW8-XcrVs5UYVWb8fNsFVMfvIN760fw18om7Pmyimj8ABalqhh6ez8-ezqMGxvfwurGYax-uBf_XHof277bDWvHewg-fQOj94dwfGQHtoxXcHpgO249GURn-Doqo_34t9fB5sajeLc_i7VflHH4XBq_XNc4_42FP8oxhn4VWLa0hIMvcRifhBhtacCZHwPsu1iHYF8RT_7chvaUj_t7t2JuvgD11WYMth3CkVW1ODGfR3L6NWxpzUHUbMJNtxsXzjOU7xzEgdqNeHy0E97Uqzi5oQNNbRvw0YN2vLB4PdyxNkTfrsPjFa34KVqLq34Ldja8jEq6Gf8BwRIc_g');
INSERT INTO public.receipt VALUES ('ze-HdEZ33eGK4K3exkO1lw', 'ETYTEPwCPDX14pAX7kCW6g', 'ie7u8EbheZ8XwSgkIfz98w', 'yJDud8rdcmzJ55pKcE3bOQ', 'key-of-the-receipt-2', 1795908810296, 1795908810993, '{"verdict":"not met","says":"Test loss below 0.0002: not met, test loss 0.79.","testLoss":0.7895249724388123,"accuracy":0.7333333333333333,"pass":40,"device":"cpu"}', 'eJwtz0uIFFcYBWCS4MYYzUKJIApeQ0fNP1r33n4WlicxRO0q09U9D20dx7Gm-05bVE11T9-aTBJ10I1ECRqchUMWyuBSJ1Fw4cLRjRs1PlBQEEXEByO-FuIruAg6ntVZnG9xtrKmqii_ETOTEwtUM1Lhhxr6UcBMtjT0evTSSMWD9WYAT2u_FvWpKLZ4IvbjUFltDb_phYla3QutsK51t7HEMAyRqA4oSxgi3cJFi8ETVS_2LD251V5fI1TaShuJ0PtVNbUlEw1Pa6WtpJGoqp_9irIqjQFGrDkQMZMxYpHXp5jJvq96jJhWqspMnpQyncryHCc2iZi5lQV-VGUmm-Qf1Q_FDradmPf-ZCaXkjlhfAgxL9KDqqmZ2dlFLK6HVWZ2GsRJkKQkpShNGcpSjrhBnBMXxCXxJPEU8TTxDPEs8RwJgwQnIUhIEkkSKRJpEhkSWRI5kgZJTlKQlCSTJFMk0yQzJLMkc5Q0uogNKr-2JdbM5HL71FLHq9MXFweY8TaFlZ_XcHnOX8s3Harj22nnTh3VN63B0YfWZ53nxq2Ds3D-5MYz_VOfjDsPLqDr5b84vO0I_ts1hsefHMC1YyO4u3Y3Vi3cg55tOzCxagdGv4wxe3E_9vUHGBnuxf6ZCk-HNoHKm3H7tzImJjbin1o7hgsbsLy3hD_dMsIVLm5eXIuuoZ-wergDlXANLhxox6XrDkbvt6F3voOWYhs2H7IxcrUVy1bY-LvcCqdp48anrZhzJw_reAmBn0fZK6HnVh6P5pZw_nkedK-I4Asb744Wcf9FHr8PFdH-Jo8XpSJmKxv9C4r4cYuN7tcu_hi3cfqSi68u2xgbcxG4Dh7udLFrnYP0OhfTbQf3vnEx_Y2NyhQXZxc5eHangDDr4NGJAipXbLC9BTzttrHeL-Drmo3vVhawsMfGLwsKcOfZ-B9YPwoV');
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_pkey PRIMARY KEY (learner_id, question);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_class_id_link_digest_key UNIQUE (class_id, link_digest);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT class_code_key UNIQUE (code);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT class_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.class_store_version
    ADD CONSTRAINT class_store_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.learner
    ADD CONSTRAINT learner_class_id_name_key_key UNIQUE (class_id, name_key);
ALTER TABLE ONLY public.learner
    ADD CONSTRAINT learner_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.quiz_start
    ADD CONSTRAINT quiz_start_pkey PRIMARY KEY (learner_id, assignment_id);
ALTER TABLE ONLY public.quiz_try
    ADD CONSTRAINT quiz_try_pkey PRIMARY KEY (learner_id, assignment_id, question, try_number);
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_learner_id_key_key UNIQUE (learner_id, key);
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (id);
CREATE INDEX class_expires ON public.class USING btree (expires);
CREATE INDEX learner_token ON public.learner USING btree (class_id, token_hash);
CREATE INDEX quiz_start_assignment ON public.quiz_start USING btree (assignment_id);
CREATE INDEX receipt_assignment ON public.receipt USING btree (assignment_id, learner_id);
CREATE INDEX receipt_changed ON public.receipt USING btree (class_id, changed);
CREATE INDEX receipt_unchecked ON public.receipt USING btree (received) WHERE (outcome IS NULL);
ALTER TABLE ONLY public.answer
    ADD CONSTRAINT answer_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES public.learner(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT assignment_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.class(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.learner
    ADD CONSTRAINT learner_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.class(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.quiz_start
    ADD CONSTRAINT quiz_start_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES public.assignment(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.quiz_start
    ADD CONSTRAINT quiz_start_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES public.learner(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.quiz_try
    ADD CONSTRAINT quiz_try_learner_id_assignment_id_fkey FOREIGN KEY (learner_id, assignment_id) REFERENCES public.quiz_start(learner_id, assignment_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES public.assignment(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_class_id_fkey FOREIGN KEY (class_id) REFERENCES public.class(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_learner_id_fkey FOREIGN KEY (learner_id) REFERENCES public.learner(id) ON DELETE CASCADE;
