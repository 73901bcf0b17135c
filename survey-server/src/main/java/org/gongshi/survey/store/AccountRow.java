package org.gongshi.survey.store;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * An account of the office as it lies on file (账号). What the texts mean is the office's affair; the store keeps them.
 *
 * @param name sign-in name, the key
 * @param person name or post of the one person who uses it
 * @param role key of the role
 * @param place code of the place, for those who see one place only
 * @param password hash in PHC string form, never a password
 * @param fresh whether the password was given out by another person and must be changed
 * @param secret second factor's secret, encrypted; empty while none is set up
 * @param step last 30-second step whose code was used
 * @param recovery hashes of the unused recovery codes, hex, one a line
 * @param enabled whether it may sign in
 */
public record AccountRow(
        String name,
        String person,
        String role,
        Optional<String> place,
        String password,
        boolean fresh,
        Optional<String> secret,
        long step,
        String recovery,
        boolean enabled) {
    public AccountRow {
        Require.text(name, "name");
        Require.text(person, "person");
        Require.text(role, "role");
        Objects.requireNonNull(place, "place");
        Require.text(password, "password");
        Objects.requireNonNull(secret, "secret");
        Objects.requireNonNull(recovery, "recovery");
    }

    public AccountRow withPassword(String hash, boolean givenOut) {
        return new AccountRow(name, person, role, place, hash, givenOut, secret, step, recovery, enabled);
    }

    public AccountRow withFactor(Optional<String> sealed, long used, String codes) {
        return new AccountRow(name, person, role, place, password, fresh, sealed, used, codes, enabled);
    }

    public AccountRow withRole(String key, Optional<String> only) {
        return new AccountRow(name, person, key, only, password, fresh, secret, step, recovery, enabled);
    }

    public AccountRow withEnabled(boolean allowed) {
        return new AccountRow(name, person, role, place, password, fresh, secret, step, recovery, allowed);
    }
}
