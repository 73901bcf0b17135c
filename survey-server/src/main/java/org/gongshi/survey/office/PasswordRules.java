package org.gongshi.survey.office;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which passwords are taken (口令规则): long ones of any characters, not the name, not one of those tried first. */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    private static final int DIFFERENT = 5;

    private static final List<String> TRIED_FIRST = List.of(
            "password",
            "passw0rd",
            "123456789012",
            "1234567890",
            "qwertyuiop",
            "administrator",
            "letmein",
            "iloveyou",
            "woaini",
            "jiaoyu",
            "gongshi",
            "1qaz2wsx",
            "abcdefghijkl");

    private PasswordRules() {}

    /** What is wrong with it, in Chinese; empty when it may be taken. */
    public static Optional<String> fault(String name, String password) {
        String normal = Passwords.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            return Optional.of("口令至少 " + SHORTEST + " 个字符；可以用几个不相干的词连成一句");
        }
        if (length > LONGEST) {
            return Optional.of("口令最长 " + LONGEST + " 个字符");
        }
        String lower = normal.toLowerCase(Locale.ROOT);
        if (lower.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("口令不得含有账号名");
        }
        if (TRIED_FIRST.stream().anyMatch(common -> lower.startsWith(common) && length < common.length() + DIFFERENT)
                || lower.chars().distinct().count() < DIFFERENT) {
            return Optional.of("这个口令太容易猜到，请换一个");
        }
        return Optional.empty();
    }
}
