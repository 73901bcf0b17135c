/** JSON as immutable values: the door to Jackson for everything machines write and read. */
package org.gongshi.evaluation.json;
