/** Local control (本机控制): commands reach a running server through a socket in the data folder. */
package org.gongshi.survey.control;
