package org.gongshi.survey.intake;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.survey.response.Response;
import org.gongshi.survey.response.Stratum;
import org.gongshi.survey.results.LiveTally;
import org.gongshi.survey.store.CountKey;
import org.gongshi.survey.store.ResponseStore;
import org.gongshi.survey.store.StoreFault;

/**
 * Counts the stored sheets once (清点), in the order of their ids and in slices, so that sheets can come in between: one that
 * stands before the place that was reached is counted as it comes, one behind it when its turn comes. Every row is held
 * against its seal on the way. Not thread-safe.
 */
final class Recount {
    private static final int SLICE = 1000;

    private final LockedForms forms;
    private final LiveTally cells;
    private final Map<CountKey, Long> counts = new TreeMap<>();
    private final SchoolRolls volunteers = new SchoolRolls();
    private final Footprints footprints = new Footprints();
    private Optional<Digest> reached = Optional.empty();
    private boolean complete;

    Recount(LockedForms forms) {
        this.forms = forms;
        this.cells = new LiveTally(forms.plan(), forms.questionnaires(), forms.places());
    }

    /** The same from the beginning. */
    Recount again() {
        return new Recount(forms);
    }

    /** Counts the next slice. @throws org.gongshi.survey.store.StoreFault at a row that is not as it was written */
    void step(ResponseStore responses) {
        Optional<Digest> last = responses.after(reached, SLICE, (id, sheet) -> {
            footprints.add(id);
            count(sheet);
        });
        if (last.isEmpty()) {
            requireAll(responses.sealedRows());
        }
        complete = last.isEmpty();
        reached = last.or(() -> reached);
    }

    /** Rows bear seals of their own; that none is missing is told by the sealed number. */
    private void requireAll(long sealed) {
        if (cells.sheets() != sealed) {
            throw new StoreFault("清点得 " + cells.sheets() + " 份答卷，封存数为 " + sealed);
        }
    }

    /** A sheet has just been kept. */
    void follow(Digest id, Response sheet) {
        if (complete
                || reached.filter(place -> id.hex().compareTo(place.hex()) <= 0).isPresent()) {
            count(sheet);
        }
    }

    /** A sheet is about to be kept. */
    void expect(Digest id) {
        footprints.add(id);
    }

    /** False: it is certainly not on file, nor about to be. */
    boolean mayHold(Digest id) {
        return !complete || footprints.mayHold(id);
    }

    boolean isComplete() {
        return complete;
    }

    LiveTally cells() {
        return cells;
    }

    Map<CountKey, Long> counts() {
        return counts;
    }

    SchoolRolls volunteers() {
        return volunteers;
    }

    private void count(Response sheet) {
        var stratum = new Stratum(sheet.place(), sheet.audience(), sheet.stage());
        counts.merge(new CountKey(stratum, sheet.mode()), 1L, Long::sum);
        volunteers.count(stratum, sheet);
        cells.add(sheet);
    }
}
