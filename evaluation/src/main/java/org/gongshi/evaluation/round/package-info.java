/** Which year, by whom, by when: one organizer's evaluation of its places (第五、七条). */
package org.gongshi.evaluation.round;
