package org.gongshi.survey.house.planted.results;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import javax.crypto.Mac;
import org.apache.commons.math3.stat.StatUtils;
import tools.jackson.databind.JsonNode;

/** A release that reads everything it must not. */
public record Release(Connection connection, Clock clock, Mac mac, JsonNode json) {
    /** Reads the wall clock and prints. */
    public double now() {
        System.out.println(Instant.now());
        return StatUtils.mean(new double[] {1});
    }
}
