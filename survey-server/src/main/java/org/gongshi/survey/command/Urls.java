package org.gongshi.survey.command;

import java.net.URI;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Addresses from the command line. */
final class Urls {
    private Urls() {}

    /** The address itself when links can be made of it; anything else is wrong usage. */
    static URI require(CommandSpec spec, URI baseUrl) {
        if (baseUrl.getHost() == null || !baseUrl.toString().matches("https?://[^\\s#?]+")) {
            throw new ParameterException(spec.commandLine(), "--base-url 应为 http 或 https 网址，不带 ? 和 #：" + baseUrl);
        }
        return baseUrl;
    }
}
