#!/bin/sh
# start.sh NAME: in target, where the layers' scripts lie
cd target && exec java -Djava.io.tmpdir=. --add-modules jdk.incubator.vector -jar subject.jar "$@"
