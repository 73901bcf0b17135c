/** Answers (答卷), never a code: nothing here knows who answered. */
package org.gongshi.survey.response;
