/** What bin/bench runs: how well and how fast the portal does its work. Start with {@link org.askwell.bench.QualityBench}. */
package org.askwell.bench;
