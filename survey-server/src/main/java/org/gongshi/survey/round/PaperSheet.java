package org.gongshi.survey.round;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.satisfaction.Audience;
import org.gongshi.survey.response.Answer;

/**
 * A paper sheet as one clerk keyed it in (纸质答卷的一次录入).
 *
 * @param code the code of the slip that came with it: the number of the sheet, and what keeps it one person's
 * @param clerk who keyed it in; the second keying is somebody else's
 */
public record PaperSheet(
        String code, String clerk, Audience audience, Map<String, Answer> answers, Optional<String> remark) {
    public PaperSheet {
        Require.text(code, "code");
        Require.text(clerk, "clerk");
        Objects.requireNonNull(audience, "audience");
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
        Objects.requireNonNull(remark, "remark");
    }
}
