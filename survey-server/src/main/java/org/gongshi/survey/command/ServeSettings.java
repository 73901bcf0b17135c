package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
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

    /** The same with a box of clues that is sealed to that public key. */
    ServeSettings withClues(Path key) {
        return new ServeSettings(host, port, baseUrl, trustedProxy, Optional.of(key));
    }

    /** The address of a page, as it is reached from outside. */
    String address(String path) {
        return baseUrl + (baseUrl.toString().endsWith("/") ? "" : "/") + path;
    }

    /**
     * What an operator should know of a server that starts like this; nothing of it keeps the server from starting.
     *
     * @param inBrowser whether this is an office, in which everything is done in the browser
     */
    List<String> reminders(boolean inBrowser) {
        if (clueKey.isPresent()) {
            return List.of();
        }
        String first = "没有公钥，线索与建议箱（/clues）不开通。请管理员在控制台“线索箱密钥”页生成密钥，即时开通";
        return List.of(
                inBrowser
                        ? first
                        : first + "；或者在办公室的电脑上运行 survey clues keys --output 私钥文件，"
                                + "把生成的公钥放到服务器，再以 --clue-key 公钥文件 重新启动");
    }

    /** No proxy, no box of clues. */
    public static ServeSettings plain(String host, int port, URI baseUrl) {
        return new ServeSettings(host, port, baseUrl, Optional.empty(), Optional.empty());
    }
}
