# syntax=docker/dockerfile:1
# One image: the server with the console it serves. PostgreSQL is another container (compose.yaml), or any other server.
ARG NODE=24.21.0

FROM node:${NODE}-bookworm-slim AS build
WORKDIR /src
# The version that package.json names.
RUN npm install --global pnpm@12.21.0
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml turbo.json tsconfig.base.json ./
COPY packages ./packages
COPY apps ./apps
COPY e2e/package.json ./e2e/package.json
COPY bench/package.json ./bench/package.json
RUN pnpm install --frozen-lockfile \
 && pnpm exec turbo run build --filter=@jumelage/server --filter=@jumelage/admin --filter=@jumelage/sdk --filter=@jumelage/cli \
 && pnpm --filter @jumelage/server deploy --prod --legacy /out \
 && cp -r apps/server/dist /out/dist

FROM node:${NODE}-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4310 JUMELAGE_MODE=production JUMELAGE_DATA_DIR=/var/lib/jumelage
WORKDIR /app/apps/server
COPY --from=build --chown=root:root /out/ ./
COPY --from=build --chown=root:root /src/apps/admin/dist /app/apps/admin/dist
COPY --from=build --chown=root:root /src/packages/sdk/dist /app/packages/sdk/dist
COPY --from=build --chown=root:root /src/apps/cli/dist /app/apps/cli/dist
RUN install -d -o node -g node -m 0700 /var/lib/jumelage
USER node
VOLUME /var/lib/jumelage
EXPOSE 4310
# Alive, not ready: an orchestrator that restarts whatever waits for its database makes things worse.
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4310/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js"]
