package org.gongshi.survey.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.clue.ClueBox;
import org.gongshi.survey.clue.ClueFault;
import org.gongshi.survey.clue.ClueKey;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.release.WholeFile;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.StoreFault;
import org.gongshi.templates.office.ClueKeyPage;

/**
 * The pair of keys of the box of clues (线索箱密钥): made by the administrator's browser, of which this server gets the public key alone.
 * The box is open from then on, now and at every later start.
 */
final class ClueKeyHandlers {
    private static final int SHORT = 16;

    private final House house;
    private final Frames frames;

    ClueKeyHandlers(House house, Frames frames) {
        this.house = Objects.requireNonNull(house, "house");
        this.frames = Objects.requireNonNull(frames, "frames");
    }

    List<Route> routes() {
        return List.of(
                Route.get("/office/clues/key", Action.MAKE_KEYS, this::show),
                Route.post("/office/clues/key", Action.MAKE_KEYS, this::open));
    }

    private Answer show(Visit visit) {
        return Answer.page(new ClueKeyPage(frames.frame(visit, "clue-key"), current(), isGiven()));
    }

    /** One at a time: the second of two finds the key of the first. */
    private synchronized Answer open(Visit visit) {
        ClueKey key = key(visit);
        Optional<String> before = current();
        if (before.isPresent()) {
            requireReplacing(visit, key, before.get());
        }
        try {
            before.ifPresent(this::keep);
            WholeFile.write(file(), key.pem().getBytes(StandardCharsets.US_ASCII));
        } catch (StoreFault fault) {
            throw new RoundFault(fault.getMessage());
        }
        house.round().clues(key);
        frames.flash(visit, "clue-key.done");
        return Answer.go("/office/clues/key")
                .about(before.map(old -> frames.words().say("clue-key.log.replaced", old, key.fingerprint()))
                        .orElseGet(() -> frames.words().say("clue-key.log.new", key.fingerprint())));
    }

    /** Another key never takes the place of one unasked: clues that came are opened with the old one alone. */
    private void requireReplacing(Visit visit, ClueKey key, String before) {
        if (isGiven()) {
            throw fault("given");
        }
        if (!visit.isSure()) {
            throw fault("sure");
        }
        if (!visit.text("instead").equals(before)) {
            throw fault("stale");
        }
        if (key.fingerprint().equals(before)) {
            throw fault("same");
        }
    }

    private RoundFault fault(String which) {
        return new RoundFault(frames.words().say("clue-key.fault." + which));
    }

    private static ClueKey key(Visit visit) {
        try {
            return ClueKey.parse(visit.text("public"));
        } catch (ClueFault fault) {
            throw new RoundFault(fault.getMessage());
        }
    }

    private Path file() {
        return house.office().folder().cluePublicKey();
    }

    private Optional<String> stored() {
        try {
            return Optional.of(file()).filter(Files::exists).map(ClueKey::read).map(ClueKey::fingerprint);
        } catch (ClueFault fault) {
            throw new RoundFault(fault.getMessage());
        }
    }

    private Optional<String> current() {
        return house.round().clueBox().map(ClueBox::fingerprint).or(this::stored);
    }

    /** Whether the key in use is not the one of this page's file: the start named another. */
    private boolean isGiven() {
        return current().filter(used -> !stored().equals(Optional.of(used))).isPresent();
    }

    /** The public key of before, under a name of its own: {@code survey clues decrypt} may want it beside the old private key. */
    private void keep(String fingerprint) {
        Path file = file();
        Path kept = file.resolveSibling(file.getFileName() + "." + fingerprint.substring(0, SHORT));
        try {
            if (Files.notExists(kept)) {
                Files.copy(file, kept);
            }
        } catch (IOException fault) {
            throw new StoreFault("文件无法写入：" + kept, fault);
        }
    }
}
