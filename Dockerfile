# syntax=docker/dockerfile:1
#   docker build -t investment-assistant .                                        the API (both roles: ROLES=api, ROLES=ingest)
#   docker build -t investment-assistant-simulator --target simulator .           the simulated market, for compose.yaml

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0-noble AS source
WORKDIR /source
COPY . .
ARG TARGETARCH

# Packages are in a cache of the builder instead of a layer, so no second list of project files can differ from the solution.
FROM source AS build-api
RUN --mount=type=cache,target=/root/.nuget/packages ARCH=$TARGETARCH build/publish.sh Api /out

FROM source AS build-simulator
RUN --mount=type=cache,target=/root/.nuget/packages ARCH=$TARGETARCH build/publish.sh MarketSimulator /out

# Chiseled: the runtime and what it needs, without shell or package manager. The number is the base's user "app"; Kubernetes' runAsNonRoot
# can only be checked against a number.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS runtime
WORKDIR /app
USER 1654:1654
# The base names port 8080 here; ours come from SERVER_PORT and ASPNETCORE_URLS.
ENV ASPNETCORE_HTTP_PORTS=""

FROM runtime AS simulator
ENV ASPNETCORE_URLS=http://0.0.0.0:8899
EXPOSE 8899
COPY --link --from=build-simulator /out .
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --start-interval=1s --retries=3 CMD ["./MarketSimulator", "health"]
ENTRYPOINT ["./MarketSimulator"]

FROM runtime AS api
ENV SERVER_HOST=0.0.0.0 SERVER_PORT=8888
# For collectors: JSON, and the metrics on a port that nothing publishes.
ENV LOG_FORMAT=json AccessLog__OneIn=100 Management__Host=0.0.0.0 Management__Port=9464
EXPOSE 8888
COPY --link --from=build-api /out .
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --start-interval=1s --retries=3 CMD ["./Api", "health"]
ENTRYPOINT ["./Api"]
