package org.gongshi.survey.office;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.store.AccountRow;
import org.gongshi.survey.store.OfficeStore;
import org.gongshi.survey.store.StoreFault;

/** The office (办公室): its accounts, who is signed in, its log, what it remembers. Thread-safe. */
public final class Office implements AutoCloseable {
    private final OfficeFolder folder;
    private final OfficeKey key;
    private final OfficeStore store;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Throttle throttle;
    private final AuditLog log;

    private Office(Office opened, Office former) {
        this.folder = opened.folder;
        this.key = opened.key;
        this.store = opened.store;
        this.accounts = opened.accounts;
        this.sessions = former.sessions;
        this.throttle = former.throttle;
        this.log = opened.log;
    }

    private Office(OfficeFolder folder, OfficeKey key, OfficeStore store, Clock clock, SecureRandom random, Cost cost) {
        this.folder = folder;
        this.key = key;
        this.store = store;
        var passwords = new Passwords(cost.hash(), key, random);
        this.accounts = new Accounts(store, passwords, key, clock, random);
        this.sessions = new Sessions(clock, random, Sessions.Rules.USUAL);
        this.throttle = new Throttle(clock, key, Throttle.Rules.USUAL);
        this.log = new AuditLog(store, key, clock);
    }

    /** What guessing a password costs. */
    public enum Cost {
        /** For every office. */
        USUAL(Passwords.Cost.USUAL),
        /** For tests of what does not depend on it. */
        LEAST(new Passwords.Cost(8, 1));

        private final Passwords.Cost hash;

        Cost(Passwords.Cost hash) {
            this.hash = hash;
        }

        Passwords.Cost hash() {
            return hash;
        }
    }

    /**
     * Opens the office, which may be new; a command and the running server may have it open at once.
     *
     * @throws StoreFault when its file is damaged or its key is missing
     */
    public static Office open(OfficeFolder folder, Clock clock, SecureRandom random, Cost cost) {
        Objects.requireNonNull(clock, "clock");
        boolean begun = folder.create().exists();
        // Accounts without the key that sealed them would be worthless: it is made only for an office without accounts.
        OfficeKey key = begun ? OfficeKey.read(folder.key()) : OfficeKey.readOrCreate(folder.key(), random);
        return new Office(folder, key, OfficeStore.open(folder.file(), row -> seal(key, row)), clock, random, cost);
    }

    /**
     * This office with the sessions of a former run of the same process: each is still held against its account's credentials at
     * every request. What slows down guessing goes on, too.
     */
    public Office after(Office former) {
        return former.folder.equals(folder) ? new Office(this, former) : this;
    }

    private static String seal(OfficeKey key, AccountRow row) {
        return key.seal(
                "account",
                row.name(),
                row.person(),
                row.role(),
                row.place().orElse(""),
                row.password(),
                Boolean.toString(row.fresh()),
                row.secret().orElse(""),
                Long.toString(row.step()),
                row.recovery(),
                Boolean.toString(row.enabled()));
    }

    public Accounts accounts() {
        return accounts;
    }

    public Sessions sessions() {
        return sessions;
    }

    public AuditLog log() {
        return log;
    }

    /** Where the office's own data lie. */
    public OfficeFolder folder() {
        return folder;
    }

    /** The office's key, for seals of forms. */
    public OfficeKey key() {
        return key;
    }

    /** What a sign-in came to. */
    public sealed interface SignIn {
        /** Signed in. */
        record In(Session session, Person person) implements SignIn {}

        /** Name, password or code wrong, disabled: never which. */
        record Wrong() implements SignIn {}

        /** Too many attempts: nothing was tried. */
        record TooMany() implements SignIn {}
    }

    /** Tries to sign somebody in; every outcome but {@code TooMany} costs one password hash and one line of the log. */
    public SignIn signIn(String name, String password, String code, String address) {
        Throttle.Verdict verdict = throttle.admits(name, address);
        // A name that is none may be a password in the wrong field: it never enters the log.
        String known = accounts.find(name).map(Person::name).orElse("（没有这个账号）");
        if (verdict != Throttle.Verdict.ADMITTED) {
            if (verdict == Throttle.Verdict.FIRST_REFUSED) {
                log.write(known, "-", "sign-in", "尝试过多", AuditEntry.Outcome.REFUSED);
            }
            return new SignIn.TooMany();
        }
        // Before the password is looked at: a reset in between leaves a session that has ended already.
        String stamp =
                accounts.find(name).map(Person::name).map(accounts::stamp).orElse("");
        Optional<Person> person = accounts.verify(name, password, code);
        if (person.isEmpty()) {
            log.write(known, "-", "sign-in", "账号、口令或验证码不正确", AuditEntry.Outcome.FAILED);
            return new SignIn.Wrong();
        }
        throttle.right(name, address);
        log.write(person.get(), "sign-in", "", AuditEntry.Outcome.DONE);
        return new SignIn.In(sessions.begin(name, stamp), person.get());
    }

    /** What a proof came to: right, wrong, or too many wrong ones of late (then nothing was tried). */
    public enum Proof {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /**
     * Whether somebody who is signed in knows password and code still: before what would lock the owner out, so that a screen
     * left open is not enough. Wrong ones slow down as at the sign-in.
     *
     * @param code of the app, or a recovery code, which is spent
     */
    public Proof prove(String name, String password, String code, String address) {
        if (throttle.admits(name, address) != Throttle.Verdict.ADMITTED) {
            return Proof.TOO_MANY;
        }
        if (accounts.verify(name, password, code).isEmpty()) {
            return Proof.WRONG;
        }
        throttle.right(name, address);
        return Proof.RIGHT;
    }

    /**
     * The person of a session: asked anew for every request, so that a change of role, a disabling, a new password or a reset
     * counts at once, also when the command line made it while the server runs.
     */
    public Optional<Person> person(Session session) {
        return accounts.find(session.account(), session.stamp()).filter(Person::enabled);
    }

    /** After a person changed the own credentials: this session goes on, the account's others end. */
    public void goOn(Session session) {
        sessions.goOn(session, accounts.stamp(session.account()));
    }

    /** Something small that is remembered, such as a proposal that waits for its second person. */
    public Optional<String> note(String name) {
        return store.note(name);
    }

    /** Puts a note in place of the expected one; false when somebody was faster. */
    public boolean note(String name, Optional<String> expected, Optional<String> value) {
        return store.note(name, expected, value);
    }

    /** Adds an account from the machine's command line. */
    public String add(String name, String person, Role role, Optional<PlaceCode> place) {
        String first = accounts.add(name, person, role, place);
        log.write(
                "-",
                "-",
                Action.MANAGE_ACCOUNTS.key(),
                "新增 " + name + "（" + role.label() + "，" + person + "）",
                AuditEntry.Outcome.DONE);
        return first;
    }

    /** Somebody who can sign in at once: for demonstrations. */
    public record Ready(String name, String password, List<String> recoveryCodes) {}

    /** An account with a password of its own and a second factor whose recovery codes are told. */
    public Ready addReady(String name, String person, Role role, Optional<PlaceCode> place) {
        String first = add(name, person, role, place);
        return accounts.ready(name, first);
    }

    @Override
    public void close() {
        store.close();
    }
}
