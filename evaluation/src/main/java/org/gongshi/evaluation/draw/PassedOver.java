package org.gongshi.evaluation.draw;

/**
 * Someone whose turn it was and who was not given the seat, and why: without it a draw could not be followed by hand.
 *
 * @param seat number of the seat, from 1, in the order in which seats are filled
 * @param team the team of the seat
 * @param inspector number on the roster
 */
public record PassedOver(int seat, int team, String inspector, Reason reason) {
    /** Why a person is not given a seat. */
    public enum Reason {
        /** 回避: one of the team's places is barred for the person. */
        BARRED("barred"),
        /** 比例: the team has its full share of the person's group. */
        SHARE("share"),
        /** 留位: with the person here, the seats that remain could no longer all be filled. */
        NEEDED_ELSEWHERE("needed-elsewhere");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The word in the record. */
        public String key() {
            return key;
        }
    }
}
