package org.gongshi.survey.console;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.office.Person;
import org.gongshi.survey.round.RoundFault;

/**
 * A release that one person proposed and another has to confirm (提请发布), kept in the office's file. OWASP ASVS 5.0, 2.3.5: two
 * people for what cannot be undone.
 *
 * @param account who proposed, by sign-in name
 * @param person who proposed, as results name him
 */
record ReleaseProposal(
        String round, Digest digest, LocalDate date, String account, String person, OffsetDateTime moment) {
    private static final String NOTE = "release.proposal";

    ReleaseProposal {
        Objects.requireNonNull(round, "round");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(moment, "moment");
    }

    static Optional<ReleaseProposal> now(House house) {
        return house.office()
                .note(note(house))
                .or(() -> house.office().note(NOTE))
                .map(ReleaseProposal::read)
                .filter(one -> one.round().equals(house.round().round().toString()));
    }

    static void propose(House house, Digest digest, LocalDate date, Person person) {
        var proposal = new ReleaseProposal(
                house.round().round().toString(),
                digest,
                date,
                person.name(),
                person.person(),
                house.clock().instant().atOffset(House.ZONE).withNano(0));
        replace(house, house.office().note(note(house)), Optional.of(proposal.write()));
    }

    /** Takes it away; of two who come at once only one succeeds. */
    void remove(House house) {
        Optional<String> mine = Optional.of(write());
        // One of the time when there was one note for all rounds.
        boolean former =
                !house.office().note(note(house)).equals(mine) && house.office().note(NOTE, mine, Optional.empty());
        if (!former) {
            replace(house, mine, Optional.empty());
        }
    }

    private static String note(House house) {
        return NOTE + " " + house.round().round();
    }

    private static void replace(House house, Optional<String> before, Optional<String> after) {
        if (!house.office().note(note(house), before, after)) {
            throw new RoundFault("另一人同时办理了此事，请刷新后查看");
        }
    }

    private String write() {
        return String.join("\n", round, digest.toString(), date.toString(), account, person, moment.toString());
    }

    private static ReleaseProposal read(String note) {
        String[] lines = note.split("\n");
        return new ReleaseProposal(
                lines[0],
                Digest.parse(lines[1]),
                LocalDate.parse(lines[2]),
                lines[3],
                lines[4],
                OffsetDateTime.parse(lines[5]));
    }
}
