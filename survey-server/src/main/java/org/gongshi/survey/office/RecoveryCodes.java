package org.gongshi.survey.office;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Codes for the day on which the phone is lost (恢复码), and first passwords: random, easily typed, without look-alikes. */
final class RecoveryCodes {
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int CODES = 10;
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private final OfficeKey key;
    private final SecureRandom random;

    RecoveryCodes(OfficeKey key, SecureRandom random) {
        this.key = Objects.requireNonNull(key, "key");
        this.random = Objects.requireNonNull(random, "random");
    }

    List<String> fresh() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            codes.add(password());
        }
        return codes;
    }

    /** 79 random bits as {@code xxxx-xxxx-xxxx-xxxx}. */
    String password() {
        var text = new StringBuilder();
        for (int at = 0; at < LENGTH; at++) {
            text.append(at > 0 && at % GROUP == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** 79 bits need no slow hash: nobody can try them all. */
    String hash(String account, String code) {
        String plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return key.seal("recovery", account, plain);
    }

    /** The hashes that are left when the code was one of them; empty when it was none. */
    Optional<String> without(String account, String code, String hashes) {
        String typed = hash(account, code);
        List<String> left = new ArrayList<>();
        hashes.lines().filter(one -> !OfficeKey.same(one, typed)).forEach(left::add);
        boolean used = left.size() < hashes.lines().count();
        return used ? Optional.of(left.stream().collect(Collectors.joining("\n"))) : Optional.empty();
    }
}
