#!/bin/sh
# start.sh; the first start extracts the libraries, and where Debian's libtorch is installed it loads that in place of those
# that are not there yet, and crashes: prepare starts it once before
exec java -XX:ErrorFile=target/crash.log -Dorg.bytedeco.javacpp.cachedir="$PWD/target/cache" -jar target/subject.jar
