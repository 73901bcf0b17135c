package org.gongshi.survey.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.round.RoundKey;
import org.gongshi.survey.round.SurveyFiles;

/**
 * All settings of the survey (设置), read once from the command line.
 *
 * @param files data folder and secrets
 * @param content content folder
 * @param round empty takes the round of the data folder, or the newest of the content
 * @param host address to listen on
 * @param port 0 to 65535; 0 takes a free one
 * @param baseUrl where the survey is reached from outside
 */
public record Settings(SurveyFiles files, Path content, Optional<RoundKey> round, String host, int port, URI baseUrl) {
    public Settings {
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(round, "round");
        Require.text(host, "host");
        Require.that(port >= 0 && port <= 65_535, "a port lies between 0 and 65535");
        Require.that(baseUrl.getHost() != null, "the base URL names a host: " + baseUrl);
    }
}
