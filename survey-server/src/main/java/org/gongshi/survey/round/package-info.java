/** The life of a survey (调查的一轮): prepared, open, closed, released, and what is locked when it opens. */
package org.gongshi.survey.round;
