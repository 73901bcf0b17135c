package org.gongshi.survey.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongshi.survey.clue.OfficeKey;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A passphrase from the terminal or the first line of a file; never from the arguments, which everybody can list. */
final class Passphrases {
    private Passphrases() {}

    /** One that is fit to protect a new key; asked twice on the terminal. */
    static char[] fresh(CommandSpec spec, Path file) throws IOException {
        char[] passphrase = ask(spec, file);
        if (!OfficeKey.isFit(passphrase)) {
            throw new ParameterException(spec.commandLine(), "口令至少 12 个字符，用字母、数字和半角符号");
        }
        if (file == null && !java.util.Arrays.equals(passphrase, ask(spec, null))) {
            throw new ParameterException(spec.commandLine(), "两次输入的口令不同");
        }
        return passphrase;
    }

    static char[] ask(CommandSpec spec, Path file) throws IOException {
        if (file != null) {
            return firstLine(spec, file);
        }
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(spec.commandLine(), "没有终端可以询问口令，请用 --passphrase-file");
        }
        char[] typed = console.readPassword("口令：");
        return typed == null ? new char[0] : typed;
    }

    private static char[] firstLine(CommandSpec spec, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? new char[0] : lines.get(0).toCharArray();
        } catch (IOException fault) {
            throw new ParameterException(spec.commandLine(), "口令文件读不到（文件不在、无权读取，或不是 UTF-8 文本）：" + file);
        }
    }
}
