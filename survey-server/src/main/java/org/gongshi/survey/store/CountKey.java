package org.gongshi.survey.store;

import java.util.Comparator;
import java.util.Objects;
import org.gongshi.survey.response.Mode;
import org.gongshi.survey.response.Stratum;

/** What running counts are kept by: stratum and how the answer came in. */
public record CountKey(Stratum stratum, Mode mode) implements Comparable<CountKey> {
    private static final Comparator<CountKey> ORDER =
            Comparator.comparing(CountKey::stratum).thenComparing(CountKey::mode);

    public CountKey {
        Objects.requireNonNull(stratum, "stratum");
        Objects.requireNonNull(mode, "mode");
    }

    @Override
    public int compareTo(CountKey other) {
        return ORDER.compare(this, other);
    }
}
