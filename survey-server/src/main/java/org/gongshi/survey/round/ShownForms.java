package org.gongshi.survey.round;

import java.time.Clock;
import java.util.Optional;
import org.gongshi.survey.intake.LockedForms;

/** The questionnaires and the plan that the pages were made from, and from the opening on those that are locked (锁定的问卷与方案). */
final class ShownForms {
    private final SurveyContent content;
    private final Clock clock;
    private volatile Optional<LockedForms> locked = Optional.empty();
    private volatile Optional<FormsLock> shown = Optional.empty();

    ShownForms(SurveyContent content, Clock clock) {
        this.content = content;
        this.clock = clock;
    }

    /** What answers are held against; empty until the survey is open. */
    Optional<LockedForms> locked() {
        return locked;
    }

    /** Whether the pages were made from these. */
    boolean areThese(LockedForms found) {
        return shown.filter(pages -> pages.equals(FormsLock.of(found))).isPresent();
    }

    /** @throws RoundFault when the survey is open and they are no longer what was locked */
    LockedForms show(RoundRecord record) {
        LockedForms found = content.forms(record.round());
        if (record.state() == RoundState.OPEN) {
            if (record.lock().filter(lock -> lock.holds(FormsLock.of(found))).isEmpty()) {
                throw new RoundFault("调查方案、问卷或调查总体（populations.csv 的人数）在开启后被改动，与锁定的摘要不符；请恢复原文件");
            }
            lock(found);
        }
        shown = Optional.of(FormsLock.of(found));
        return found;
    }

    /** @throws RoundFault when they are not those of the pages, or their time is over */
    LockedForms toOpen(RoundRecord record) {
        LockedForms found = content.forms(record.round());
        if (shown.isPresent() && !areThese(found)) {
            throw new RoundFault("调查方案、问卷或调查总体在服务启动后被改动；请重新启动服务，再开启调查");
        }
        if (!clock.instant().isBefore(found.plan().closes().toInstant())) {
            throw new RoundFault("调查方案规定的结束时间已过：" + found.plan().closes());
        }
        return found;
    }

    void lock(LockedForms found) {
        locked = Optional.of(found);
    }
}
