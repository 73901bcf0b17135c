package org.gongshi.templates.office;

import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;

/**
 * Setting up the second factor (两步验证).
 *
 * @param secret to type where no camera is
 * @param qr the same as a drawing, made by this server
 * @param required whether nothing else can be done before
 * @param inUse whether one is set up already, which this one would replace
 * @param recoveryCodes how many are left of the present one
 */
public record FactorPage(
        OfficeFrame frame,
        String secret,
        Drawing qr,
        boolean required,
        boolean inUse,
        int recoveryCodes,
        Optional<String> fault)
        implements OfficePage {
    private static final int GROUP = 4;

    public FactorPage {
        Objects.requireNonNull(frame, "frame");
        Require.text(secret, "secret");
        Objects.requireNonNull(qr, "qr");
        Objects.requireNonNull(fault, "fault");
    }

    /** A black drawing on a white square; the path is made of moves and lines only. */
    public record Drawing(int size, String path) {
        public Drawing {
            Require.that(size > 0 && path.matches("[MmHhVvZz0-9,. -]*"), "a path of moves and lines");
        }
    }

    /** The secret in groups, as a person types it. */
    public String grouped() {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    @Override
    public String title() {
        return words().say("factor.title");
    }

    @Override
    public String template() {
        return "office/factor.jte";
    }
}
