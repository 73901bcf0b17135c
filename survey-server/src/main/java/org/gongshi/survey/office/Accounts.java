package org.gongshi.survey.office;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.store.AccountRow;
import org.gongshi.survey.store.OfficeStore;

/** The accounts of the office (账号管理). Thread-safe. */
public final class Accounts {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{1,31}");
    private static final int PERSON = 40;

    private final OfficeStore store;
    private final OfficeKey key;
    private final Passwords passwords;
    private final FactorSecrets secrets;
    private final RecoveryCodes recovery;
    private final Clock clock;

    Accounts(OfficeStore store, Passwords passwords, OfficeKey key, Clock clock, SecureRandom random) {
        this.store = Objects.requireNonNull(store, "store");
        this.key = Objects.requireNonNull(key, "key");
        this.passwords = Objects.requireNonNull(passwords, "passwords");
        this.secrets = new FactorSecrets(key, random);
        this.recovery = new RecoveryCodes(key, random);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    public List<Person> all() {
        return store.accounts().stream().map(Person::of).toList();
    }

    public Optional<Person> find(String name) {
        return store.account(name).map(Person::of);
    }

    /**
     * Adds an account.
     *
     * @return the first password, to be given to the person and changed at the first sign-in
     * @throws OfficeFault when the name is taken or something is not as it should be
     */
    public String add(String name, String person, Role role, Optional<PlaceCode> place) {
        if (!NAME.matcher(name).matches()) {
            throw new OfficeFault("账号名应为 2 至 32 个小写字母、数字、点或连字符，以字母开头");
        }
        if (person.isBlank() || person.length() > PERSON || person.chars().anyMatch(Character::isISOControl)) {
            throw new OfficeFault("使用人应写姓名或岗位，不超过 " + PERSON + " 个字");
        }
        if (role.isOfOnePlace() != place.isPresent()) {
            throw new OfficeFault(role.isOfOnePlace() ? "地方联络员须指定地区" : role.label() + "不指定地区");
        }
        String first = recovery.password();
        var row = new AccountRow(
                name,
                person.strip(),
                role.key(),
                place.map(PlaceCode::value),
                passwords.hash(first),
                true,
                Optional.empty(),
                0,
                "",
                true);
        if (!store.add(row)) {
            throw new OfficeFault("账号已存在：" + name);
        }
        return first;
    }

    /** What a session is bound to: it ends with the password or the second factor it was begun with. */
    String stamp(AccountRow row) {
        return key.seal("session", row.name(), row.password(), row.secret().orElse(""));
    }

    /** The person of an account as long as the credentials bear that stamp. */
    Optional<Person> find(String name, String stamp) {
        return store.account(name)
                .filter(row -> OfficeKey.same(stamp(row), stamp))
                .map(Person::of);
    }

    /** The stamp of an account's credentials as they are now. */
    String stamp(String name) {
        return stamp(require(name));
    }

    /**
     * Whether name, password and code fit together; every attempt costs one password hash, whatever is wrong.
     *
     * @param code of the second factor, a recovery code, or blank where none is set up
     */
    public Optional<Person> verify(String name, String password, String code) {
        Optional<AccountRow> row = store.account(name);
        boolean right = row.isPresent()
                ? passwords.fits(password, row.get().password()) && row.get().enabled()
                : passwords.fitsNobody(password);
        if (!right || row.get().secret().isPresent() && !useCode(name, code)) {
            return Optional.empty();
        }
        return find(name);
    }

    /** Uses up a code of the second factor or a recovery code; in one step, so that two requests cannot share one. */
    boolean useCode(String name, String code) {
        var used = new AtomicBoolean();
        store.change(name, row -> {
            byte[] secret =
                    row.secret().map(kept -> secrets.decrypt(name, kept)).orElse(new byte[1]);
            OptionalLong step = Totp.fits(secret, code, clock.instant(), row.step());
            if (row.secret().isPresent() && step.isPresent()) {
                used.set(true);
                return row.withFactor(row.secret(), step.getAsLong(), row.recovery());
            }
            Optional<String> left = recovery.without(name, code, row.recovery());
            used.set(left.isPresent());
            return left.map(codes -> row.withFactor(row.secret(), row.step(), codes))
                    .orElse(row);
        });
        return used.get();
    }

    /** @throws OfficeFault when the old password is wrong or the new one is not taken */
    public void changePassword(String name, String old, String fresh) {
        if (!passwords.fits(old, require(name).password())) {
            throw new OfficeFault("现用口令不正确");
        }
        if (Passwords.normal(old).equals(Passwords.normal(fresh))) {
            throw new OfficeFault("新口令与现用口令相同");
        }
        PasswordRules.fault(name, fresh).ifPresent(fault -> {
            throw new OfficeFault(fault);
        });
        String hash = passwords.hash(fresh);
        change(name, row -> row.withPassword(hash, false));
    }

    /** A second factor that waits for its first code. */
    public record Enrolment(String secret, String address, String sealed) {}

    public Enrolment beginFactor(String issuer, String name) {
        byte[] secret = secrets.fresh();
        return new Enrolment(
                FactorSecrets.base32(secret),
                FactorSecrets.address(issuer, name, secret),
                secrets.encrypt(name, secret));
    }

    /** The same enrolment once more, for a page that is shown again. */
    public Enrolment sameFactor(String issuer, String name, String sealed) {
        byte[] secret = secrets.decrypt(name, sealed);
        return new Enrolment(FactorSecrets.base32(secret), FactorSecrets.address(issuer, name, secret), sealed);
    }

    /**
     * Sets the second factor up, when the code shows that the app has the secret.
     *
     * @return the recovery codes, shown once
     * @throws OfficeFault when the code is wrong
     */
    public List<String> finishFactor(String name, String sealed, String code) {
        byte[] secret = secrets.decrypt(name, sealed);
        OptionalLong step = Totp.fits(secret, code, clock.instant(), 0);
        if (step.isEmpty()) {
            throw new OfficeFault("验证码不正确：请核对手机时间，等出现新的六位数字再输入");
        }
        List<String> codes = recovery.fresh();
        String hashes = codes.stream().map(one -> recovery.hash(name, one)).collect(Collectors.joining("\n"));
        change(name, row -> row.withFactor(Optional.of(sealed), step.getAsLong(), hashes));
        return codes;
    }

    /** Does what a person would do at the first sign-in. */
    Office.Ready ready(String name, String first) {
        String password = recovery.password();
        changePassword(name, first, password);
        byte[] secret = secrets.fresh();
        String code = Totp.code(secret, Totp.step(clock.instant()));
        return new Office.Ready(name, password, finishFactor(name, secrets.encrypt(name, secret), code));
    }

    /** A new first password; the second factor is taken off, because the phone may be what was lost. */
    public String reset(String name) {
        String first = recovery.password();
        String hash = passwords.hash(first);
        change(name, row -> row.withPassword(hash, true).withFactor(Optional.empty(), 0, ""));
        return first;
    }

    public void enable(String name, boolean enabled) {
        if (!enabled) {
            requireAnotherAdmin(name);
        }
        change(name, row -> row.withEnabled(enabled));
    }

    public void changeRole(String name, Role role, Optional<PlaceCode> place) {
        if (role.isOfOnePlace() != place.isPresent()) {
            throw new OfficeFault(role.isOfOnePlace() ? "地方联络员须指定地区" : role.label() + "不指定地区");
        }
        if (role != Role.ADMIN) {
            requireAnotherAdmin(name);
        }
        change(name, row -> row.withRole(role.key(), place.map(PlaceCode::value)));
    }

    private void requireAnotherAdmin(String name) {
        List<Person> admins = new ArrayList<>(all());
        admins.removeIf(person -> person.role() != Role.ADMIN || !person.enabled());
        if (admins.stream().allMatch(person -> person.name().equals(name)) && !admins.isEmpty()) {
            throw new OfficeFault("至少保留一个可用的管理员账号");
        }
    }

    private AccountRow require(String name) {
        return store.account(name).orElseThrow(() -> new OfficeFault("没有这个账号：" + name));
    }

    private void change(String name, UnaryOperator<AccountRow> change) {
        if (store.change(name, change).isEmpty()) {
            throw new OfficeFault("没有这个账号：" + name);
        }
    }
}
