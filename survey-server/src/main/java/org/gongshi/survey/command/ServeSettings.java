package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What a running server is told at its start (服务设置); docs/settings.md tells flag, variable and key of each.
 *
 * @param host address of this machine to listen on
 * @param port 0 takes a free one
 * @param baseUrl where the survey is reached from outside
 * @param trustedProxy address of the one proxy whose {@code X-Forwarded-For} is believed
 * @param clueKey the office's public key; without it there is no box of clues
 */
public record ServeSettings(String host, int port, URI baseUrl, Optional<String> trustedProxy, Optional<Path> clueKey) {
    public ServeSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(trustedProxy, "trustedProxy");
        Objects.requireNonNull(clueKey, "clueKey");
    }

    /** No proxy, no box of clues. */
    public static ServeSettings plain(String host, int port, URI baseUrl) {
        return new ServeSettings(host, port, baseUrl, Optional.empty(), Optional.empty());
    }
}
