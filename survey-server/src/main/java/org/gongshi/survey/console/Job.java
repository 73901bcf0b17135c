package org.gongshi.survey.console;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.gongshi.survey.office.Person;

/** Something that a person began and that takes its time (一件事项): its number, who began it, and when. */
abstract class Job {
    private final int number;
    private final String account;
    private final String person;
    private final OffsetDateTime moment;

    Job(int number, String account, String person, OffsetDateTime moment) {
        this.number = number;
        this.account = Objects.requireNonNull(account, "account");
        this.person = Objects.requireNonNull(person, "person");
        this.moment = Objects.requireNonNull(moment, "moment");
    }

    final int number() {
        return number;
    }

    final String account() {
        return account;
    }

    final String person() {
        return person;
    }

    /** When it was begun. */
    final OffsetDateTime moment() {
        return moment;
    }

    /** Whether that person began it, under this account or another: then another must confirm it. */
    final boolean isOwn(Person other) {
        return account.equals(other.name()) || person.equals(other.person());
    }
}
