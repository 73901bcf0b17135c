/** The survey server (调查服务): answers in, released results out. */
package org.gongshi.survey;
