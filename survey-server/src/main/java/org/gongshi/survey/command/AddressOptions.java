package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a server listens, and how it is reached from outside. */
final class AddressOptions {
    @Option(names = "--port", paramLabel = "P", defaultValue = "7070", description = "端口（默认 ${DEFAULT-VALUE}）")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description = "监听地址（默认 ${DEFAULT-VALUE}）")
    private String host;

    @Option(names = "--base-url", paramLabel = "URL", description = "对外网址（默认 http://HOST:PORT）")
    private URI baseUrl;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            description = "前置代理的地址；只有它的 X-Forwarded-For 被采信（默认不采信任何代理）")
    private String trustedProxy;

    /** @throws ParameterException for a port that is none, and an address of which no links can be made */
    void require(CommandSpec spec) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port 应在 0 至 65535 之间：" + port);
        }
        Urls.require(spec, outside());
    }

    ServeSettings settings(Optional<Path> clueKey) {
        return new ServeSettings(host, port, outside(), Optional.ofNullable(trustedProxy), clueKey);
    }

    private URI outside() {
        return baseUrl == null ? URI.create("http://" + host + ":" + port) : baseUrl;
    }
}
