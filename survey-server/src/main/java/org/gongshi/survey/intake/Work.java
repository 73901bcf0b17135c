package org.gongshi.survey.intake;

import java.util.concurrent.FutureTask;

/** What waits in the writer's queue. */
sealed interface Work {

    /** A submission. */
    record Intaken(Ticket ticket) implements Work {}

    /** Something else that needs the store for itself: printing codes, the close. */
    record Job(FutureTask<?> task) implements Work {}

    /** The end of the writer's day; what stands before it is still done. */
    record Stop() implements Work {}
}
