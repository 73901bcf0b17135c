package org.gongshi.survey.console;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongshi.evaluation.satisfaction.Assurance;
import org.gongshi.survey.access.RowKey;
import org.gongshi.survey.response.QualityFlag;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.store.ClosedStore;

/** The answer sheets after the close (答卷): before it nobody reads one. */
final class ClosedSheets {
    private final House house;

    ClosedSheets(House house) {
        this.house = Objects.requireNonNull(house, "house");
    }

    boolean areThere() {
        return house.round().record().destroyed() && !house.round().isGone();
    }

    void forEach(Consumer<Response> consumer) {
        if (!areThere()) {
            throw new RoundFault(house.round().isGone() ? "原始答卷已按保存期限销毁" : "调查尚未结束");
        }
        try (ClosedStore store = ClosedStore.open(
                house.files().folder(), RowKey.read(house.files().rowKey()))) {
            store.forEach(consumer);
        }
    }

    /** Sheets and flags of a stratum without its stage. */
    static final class Flags {
        private long sheets;
        private final Map<QualityFlag, Long> flagged = new TreeMap<>();

        private void add(Response sheet) {
            sheets++;
            sheet.flags().forEach(flag -> flagged.merge(flag, 1L, Long::sum));
        }

        long sheets() {
            return sheets;
        }

        /** Whole percent. */
        long percent(QualityFlag flag) {
            return sheets == 0 ? 0 : Math.round(100.0 * flagged.getOrDefault(flag, 0L) / sheets);
        }
    }

    /** Flags by assurance, then by place and audience: whoever may send often is never hidden among those who may not. */
    Map<Assurance, Map<Stratum, Flags>> flags() {
        Map<Assurance, Map<Stratum, Flags>> flags = new EnumMap<>(Assurance.class);
        forEach(sheet -> flags.computeIfAbsent(sheet.mode().way().assurance(), absent -> new TreeMap<>())
                .computeIfAbsent(
                        new Stratum(sheet.place(), sheet.audience(), java.util.Optional.empty()), absent -> new Flags())
                .add(sheet));
        return flags;
    }
}
