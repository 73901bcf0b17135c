package org.gongshi.evaluation.content;

import org.gongshi.evaluation.content.source.YamlNode;
import org.gongshi.evaluation.outcome.Outcome;

/** One entry of {@code outcomes.yaml}, and where it stands. */
record OutcomeEntry(Outcome outcome, YamlNode node) {}
