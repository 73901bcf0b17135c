/** Who is evaluated and by whom: the register of places (行政区). */
package org.gongshi.evaluation.place;
