package org.gongshi.survey.office;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.survey.store.AccountRow;

/**
 * An account without its secrets (账号).
 *
 * @param name sign-in name
 * @param person name or post of the one person who uses it
 * @param place for a coordinator: the one place
 * @param fresh the password must be changed before anything else
 * @param hasSecondFactor whether one is set up
 * @param recoveryCodes how many are left
 */
public record Person(
        String name,
        String person,
        Role role,
        Optional<PlaceCode> place,
        boolean fresh,
        boolean hasSecondFactor,
        int recoveryCodes,
        boolean enabled) {
    public Person {
        Require.text(name, "name");
        Require.text(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(place, "place");
    }

    static Person of(AccountRow row) {
        return new Person(
                row.name(),
                row.person(),
                Role.ofKey(row.role()).orElseThrow(),
                row.place().map(PlaceCode::new),
                row.fresh(),
                row.secret().isPresent(),
                (int) row.recovery().lines().count(),
                row.enabled());
    }

    /** What must be done before anything else can be. */
    public Optional<Duty> duty() {
        if (fresh) {
            return Optional.of(Duty.NEW_PASSWORD);
        }
        return role.needsSecondFactor() && !hasSecondFactor ? Optional.of(Duty.SECOND_FACTOR) : Optional.empty();
    }

    /** What an account must do first. */
    public enum Duty {
        NEW_PASSWORD,
        SECOND_FACTOR
    }
}
