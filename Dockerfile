# docker build --tag creeplint .
# docker run --rm --volume "$PWD:/work" creeplint emails
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-slim
# For --staged and --since. The folder that is read belongs to another user.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  && git config --system --add safe.directory '*'
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/bin bin
COPY --from=build /build/dist dist
COPY --from=build /build/rules rules
USER node
WORKDIR /work
ENTRYPOINT ["node", "/app/bin/creeplint.js"]
