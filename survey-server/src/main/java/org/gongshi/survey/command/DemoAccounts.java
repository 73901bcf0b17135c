package org.gongshi.survey.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.office.Office;
import org.gongshi.survey.office.OfficeFolder;
import org.gongshi.survey.office.Role;

/** One account for each role, to look at the console of the demonstration (演示账号). */
final class DemoAccounts {
    private static final PlaceCode FIRST_PLACE = new PlaceCode("990100");

    private final Office office;
    private final Path file;
    private final List<Office.Ready> ready = new ArrayList<>();

    DemoAccounts(Path work, Clock clock, SecureRandom random) {
        this.office = Office.open(new OfficeFolder(work.resolve("office")), clock, random, Office.Cost.USUAL);
        this.file = work.resolve("sign-ins.txt");
        for (Role role : Role.values()) {
            Optional<PlaceCode> place = role.isOfOnePlace() ? Optional.of(FIRST_PLACE) : Optional.empty();
            ready.add(office.addReady(role.key(), "演示" + role.label(), role, place));
        }
        write();
    }

    Office office() {
        return office;
    }

    /** A line for each account, with the first of its recovery codes, which serves where no phone is at hand. */
    List<String> signIns() {
        List<String> lines = new ArrayList<>();
        for (Office.Ready one : ready) {
            lines.add("    账号 " + one.name() + "   口令 " + one.password() + "   验证码 "
                    + one.recoveryCodes().get(0));
        }
        lines.add("    验证码填的是恢复码，每个用一次；其余的在 " + file);
        return lines;
    }

    private void write() {
        var text = new StringBuilder("演示账号：口令和恢复码（恢复码代替手机验证码，每个用一次）\n");
        for (Office.Ready one : ready) {
            text.append('\n')
                    .append(one.name())
                    .append("  口令 ")
                    .append(one.password())
                    .append('\n');
            one.recoveryCodes().forEach(code -> text.append("    ").append(code).append('\n'));
        }
        try {
            PrivateFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException("the sign-ins cannot be written", fault);
        }
    }
}
