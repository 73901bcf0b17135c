package org.gongshi.survey.console;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.survey.intake.LockedForms;
import org.gongshi.survey.office.Action;
import org.gongshi.survey.office.AuditEntry;
import org.gongshi.survey.round.RoundFault;
import org.gongshi.survey.round.RoundState;

/**
 * Opens and closes by the plan's times, when somebody armed it (按时开启和结束). A close destroys what cannot be had back, so the
 * closing time must have been seen by many ticks on end: a clock that jumps for a moment destroys nothing. Thread-safe.
 */
public final class Schedule {
    /** Ticks on end that must see the closing time passed; with one tick in 30 seconds ten minutes. */
    static final int PATIENCE = 20;

    private static final String NOTE = "schedule";

    private final House house;
    private final PlanLock lock;
    private int seen;

    public Schedule(House house) {
        this.house = Objects.requireNonNull(house, "house");
        this.lock = new PlanLock(house);
    }

    boolean isArmed() {
        return house.office().note(NOTE).filter(armed()::equals).isPresent();
    }

    void arm(boolean on) {
        if (on) {
            lock.require();
        }
        Optional<String> before = house.office().note(NOTE);
        if (!house.office().note(NOTE, before, on ? Optional.of(armed()) : Optional.empty())) {
            throw new RoundFault("另一人同时办理了此事，请刷新后查看");
        }
    }

    private String armed() {
        return house.round().round().toString();
    }

    /** To be called every half minute. */
    public synchronized void tick() {
        if (!isArmed()) {
            seen = 0;
            return;
        }
        RoundState state = house.round().record().state();
        if (state == RoundState.PREPARED) {
            openWhenDue();
        } else if (state == RoundState.OPEN) {
            closeWhenDue();
        }
    }

    private void openWhenDue() {
        LockedForms forms = house.content().forms();
        Instant now = house.clock().instant();
        boolean due = !now.isBefore(forms.plan().opens().toInstant())
                && now.isBefore(forms.plan().closes().toInstant());
        if (due && lock.now().isPresent() && !house.round().shows(forms)) {
            // The pages are older than what was locked: it opens at a tick after they were made anew.
            house.rounds().reload();
        } else if (due) {
            act(Action.OPEN_SURVEY, "按时开启", () -> {
                lock.require();
                house.round().open();
            });
        }
    }

    private void closeWhenDue() {
        seen = house.round().state() == RoundState.CLOSED ? seen + 1 : 0;
        if (seen >= PATIENCE) {
            act(Action.CLOSE_SURVEY, "按时结束", house.round()::closeSurvey);
        }
    }

    /** A fault disarms: it would come again every half minute. */
    private void act(Action action, String what, Runnable work) {
        try {
            work.run();
            log(action, what, AuditEntry.Outcome.DONE);
        } catch (RoundFault fault) {
            arm(false);
            log(action, what + "没有办成，已改为人工：" + fault.getMessage(), AuditEntry.Outcome.FAILED);
        }
    }

    private void log(Action action, String what, AuditEntry.Outcome outcome) {
        house.office().log().write("-", "-", action.key(), what, outcome);
    }
}
