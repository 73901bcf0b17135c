package org.gongshi.generator.command;

final class BuildCommand {
    static final String OUTPUT = "site/public";
}
