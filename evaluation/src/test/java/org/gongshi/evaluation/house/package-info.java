/** The rules of the house, as far as they concern this module. */
package org.gongshi.evaluation.house;
