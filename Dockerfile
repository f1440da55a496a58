# syntax=docker/dockerfile:1
# The site in a container: see “A container” in the README.
FROM node:22-trixie-slim AS build
WORKDIR /site
# The folder of the host that the site is built for, as “/course”.
ARG BASE_PATH=""
ENV BASE_PATH=$BASE_PATH NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
RUN npm run pack

FROM node:22-trixie-slim
# pg_dump and pg_restore, for `npm run backup` and `npm run restore`, of PostgreSQL 17.
RUN apt-get update \
  && apt-get install -y --no-install-recommends postgresql-client-17 \
  && rm -rf /var/lib/apt/lists/*
RUN install -d -o node -g node -m 700 /data
WORKDIR /site
COPY --from=build /site/.next/standalone ./
# Docker would set HOSTNAME to a name on which the health check is not heard.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000 COURSE_DATA_DIR=/data
# npm's own files, where the root is read-only.
ENV npm_config_cache=/tmp/npm npm_config_logs_max=0 npm_config_update_notifier=false
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --start-interval=1s \
  CMD ["node", "ask-health.mjs"]
CMD ["node", "serve-site.mjs"]
