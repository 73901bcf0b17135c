/** What followed from a result: commendations and accountability (第十四、十五条). */
package org.gongshi.evaluation.outcome;
