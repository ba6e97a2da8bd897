<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name />
        <message numerus="yes">
            <source>Protects</source>
            <comment>Copied files, memory sticks and backups stay closed to anyone who has them.</comment>
            <translation>
                <numerusform>Protects</numerusform>
                <numerusform>Protects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Protects</source>
            <comment>Supervisors see none of it. Steady does not even tell them that you have a private room.</comment>
            <translation>
                <numerusform>Protects</numerusform>
                <numerusform>Protects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Protects</source>
            <comment>Forgetting both the passphrase and the recovery code. Nobody can open it then, and neither can we.</comment>
            <translation>
                <numerusform>Protects</numerusform>
                <numerusform>Protects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Protects</source>
            <comment>Traces that the computer itself may keep in its memory or while it sleeps.</comment>
            <translation>
                <numerusform>Protects</numerusform>
                <numerusform>Protects</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>TrendWords</source>
            <comment>Each point is one day. If you checked in more than once, it shows the middle of your answers.</comment>
            <translation>
                <numerusform>TrendWords</numerusform>
                <numerusform>TrendWords</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>TroubleViews</source>
            <comment>The private room needs it, so it stays closed: nothing is ever kept without encryption. What is in it is safe and unchanged. The person who looks after this computer can install Steady again. Meanwhile, modules and Support all work.</comment>
            <translation>
                <numerusform>TroubleViews</numerusform>
                <numerusform>TroubleViews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>TroubleViews</source>
            <comment>Only one at a time can write in it, so that nothing is lost. Lock it there, or wait until the command has finished.</comment>
            <translation>
                <numerusform>TroubleViews</numerusform>
                <numerusform>TroubleViews</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CarePanel</name>
        <message numerus="yes">
            <source>%n month(s)</source>
            <translation>
                <numerusform>%n month</numerusform>
                <numerusform>%n months</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s)</source>
            <translation>
                <numerusform>%n year</numerusform>
                <numerusform>%n years</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChoosePrompt</name>
        <message numerus="yes">
            <source>%n step(s), about {minutes} minutes. {after}</source>
            <translation>
                <numerusform>%n step, about {minutes} minutes. {after}</numerusform>
                <numerusform>%n steps, about {minutes} minutes. {after}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataCard</name>
        <message numerus="yes">
            <source>And %n more.</source>
            <translation>
                <numerusform>And %n more.</numerusform>
                <numerusform>And %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeleteAll</name>
        <message numerus="yes">
            <source>Kept: %n check-in(s).</source>
            <translation>
                <numerusform>Kept: %n check-in.</numerusform>
                <numerusform>Kept: %n check-ins.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DoorPage</name>
        <message numerus="yes">
            <source>%n row(s) could be read and are now in the new room.</source>
            <translation>
                <numerusform>%n row could be read and are now in the new room.</numerusform>
                <numerusform>%n rows could be read and are now in the new room.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In %n place(s) something could not be read.</source>
            <translation>
                <numerusform>In %n place something could not be read.</numerusform>
                <numerusform>In %n places something could not be read.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ElsewhereCard</name>
        <message numerus="yes">
            <source>New here: %n module(s).</source>
            <translation>
                <numerusform>New here: %n module.</numerusform>
                <numerusform>New here: %n modules.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryList</name>
        <message numerus="yes">
            <source>The newest %n reflection(s); there are older ones</source>
            <translation>
                <numerusform>The newest %n reflection; there are older ones</numerusform>
                <numerusform>The newest %n reflections; there are older ones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reflection(s)</source>
            <translation>
                <numerusform>%n reflection</numerusform>
                <numerusform>%n reflections</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EraseSteps</name>
        <message numerus="yes">
            <source>%n backup(s) that Steady had made.</source>
            <translation>
                <numerusform>%n backup that Steady had made.</numerusform>
                <numerusform>%n backups that Steady had made.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n earlier room(s) that had been kept.</source>
            <translation>
                <numerusform>%n earlier room that had been kept.</numerusform>
                <numerusform>%n earlier rooms that had been kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExerciseView</name>
        <message numerus="yes">
            <source>About %n minute(s). You can stop at any moment.</source>
            <translation>
                <numerusform>About %n minute. You can stop at any moment.</numerusform>
                <numerusform>About %n minutes. You can stop at any moment.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message numerus="yes">
            <source>Saved %n completion(s)</source>
            <translation>
                <numerusform>Saved %n completion</numerusform>
                <numerusform>Saved %n completions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsBox</name>
        <message numerus="yes">
            <source>%n place(s) could show who someone is</source>
            <translation>
                <numerusform>%n place could show who someone is</numerusform>
                <numerusform>%n places could show who someone is</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n part(s)</source>
            <translation>
                <numerusform>%n part</numerusform>
                <numerusform>%n parts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LearnPage</name>
        <message numerus="yes">
            <source>%n module(s)</source>
            <translation>
                <numerusform>%n module</numerusform>
                <numerusform>%n modules</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeftNotice</name>
        <message numerus="yes">
            <source>In the entry you left, %n place(s) could show who someone is</source>
            <translation>
                <numerusform>In the entry you left, %n place could show who someone is</numerusform>
                <numerusform>In the entry you left, %n places could show who someone is</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ModuleRow</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MovingView</name>
        <message numerus="yes">
            <source>Import %n reflection(s)</source>
            <translation>
                <numerusform>Import %n reflection</numerusform>
                <numerusform>Import %n reflections</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new reflection(s)</source>
            <translation>
                <numerusform>%n new reflection</numerusform>
                <numerusform>%n new reflections</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) without a date inside: the date of the file is used.</source>
            <translation>
                <numerusform>%n file without a date inside: the date of the file is used.</numerusform>
                <numerusform>%n files without a date inside: the date of the file is used.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reflection(s) already in your journal: left as they are.</source>
            <translation>
                <numerusform>%n reflection already in your journal: left as they are.</numerusform>
                <numerusform>%n reflections already in your journal: left as they are.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) left out:</source>
            <translation>
                <numerusform>%n file left out:</numerusform>
                <numerusform>%n files left out:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reflection(s) imported</source>
            <translation>
                <numerusform>%n reflection imported</numerusform>
                <numerusform>%n reflections imported</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reflection(s) saved. Anyone who gets the copy can read it.</source>
            <translation>
                <numerusform>%n reflection saved. Anyone who gets the copy can read it.</numerusform>
                <numerusform>%n reflections saved. Anyone who gets the copy can read it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OpeningView</name>
        <message numerus="yes">
            <source>That did not open it. Take your time: you can try again in %n second(s).</source>
            <translation>
                <numerusform>That did not open it. Take your time: you can try again in %n second.</numerusform>
                <numerusform>That did not open it. Take your time: you can try again in %n seconds.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PathwayCard</name>
        <message numerus="yes">
            <source>%n module(s)</source>
            <translation>
                <numerusform>%n module</numerusform>
                <numerusform>%n modules</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n hour(s)</source>
            <translation>
                <numerusform>about %n hour</numerusform>
                <numerusform>about %n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s)</source>
            <translation>
                <numerusform>%n hour</numerusform>
                <numerusform>%n hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PrivacyCard</name>
        <message numerus="yes">
            <source>%n minute(s)</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemsBox</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProfilesPage</name>
        <message numerus="yes">
            <source>%n row(s), with nothing that it would refuse.</source>
            <translation>
                <numerusform>%n row, with nothing that it would refuse.</numerusform>
                <numerusform>%n rows, with nothing that it would refuse.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QCoreApplication</name>
        <message numerus="yes">
            <source>Protects</source>
            <comment>Programs that spy on this computer, or people who manage it, while it is unlocked.</comment>
            <translation>
                <numerusform>Protects</numerusform>
                <numerusform>Protects</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuickSearch</name>
        <message numerus="yes">
            <source>%n result(s)</source>
            <translation>
                <numerusform>%n result</numerusform>
                <numerusform>%n results</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderFrame</name>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReflectCalendar</name>
        <message numerus="yes">
            <source>{day}, %n reflection(s)</source>
            <translation>
                <numerusform>{day}, %n reflection</numerusform>
                <numerusform>{day}, %n reflections</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShortRouteNote</name>
        <message numerus="yes">
            <source>%n part(s)</source>
            <translation>
                <numerusform>%n part</numerusform>
                <numerusform>%n parts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s)</source>
            <translation>
                <numerusform>about %n minute</numerusform>
                <numerusform>about %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryList</name>
        <message numerus="yes">
            <source>%n check-in(s)</source>
            <translation>
                <numerusform>%n check-in</numerusform>
                <numerusform>%n check-ins</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryPage</name>
        <message numerus="yes">
            <source>%n module(s) added</source>
            <translation>
                <numerusform>%n module added</numerusform>
                <numerusform>%n modules added</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TablePart</name>
        <message numerus="yes">
            <source>%n module(s) finished</source>
            <translation>
                <numerusform>%n module finished</numerusform>
                <numerusform>%n modules finished</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplateCard</name>
        <message numerus="yes">
            <source>About %n minute(s).</source>
            <translation>
                <numerusform>About %n minute.</numerusform>
                <numerusform>About %n minutes.</numerusform>
            </translation>
        </message>
    </context>
</TS>