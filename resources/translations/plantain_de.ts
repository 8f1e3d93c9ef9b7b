<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>About</name>
    <message>
        <source>An image studio that works on this computer alone and checks its own pictures. Apache-2.0.</source>
        <translation>Ein Bildstudio, das nur auf diesem Computer arbeitet und seine Bilder selbst prüft. Apache-2.0.</translation>
    </message>
    <message>
        <source>Components</source>
        <translation>Komponenten</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Verwendete Komponenten</translation>
    </message>
</context>
<context>
    <name>Bridge</name>
    <message>
        <source>The computer ran out of memory. Close other programs and try again.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus. Andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The file could not be used ({0}). Try another folder.</source>
        <translation>Auf die Datei konnte nicht zugegriffen werden ({0}). Einen anderen Ordner versuchen.</translation>
    </message>
    <message>
        <source>Something went wrong inside ({0}). Your work is kept; please report this.</source>
        <translation>Interner Fehler ({0}). Die Arbeit ist gesichert; bitte melden Sie den Fehler.</translation>
    </message>
</context>
<context>
    <name>BriefPanel</name>
    <message>
        <source>What was understood</source>
        <translation>Was verstanden wurde</translation>
    </message>
    <message>
        <source>Read the prompt anew</source>
        <translation>Prompt neu lesen</translation>
    </message>
    <message>
        <source>Drop the changes made to the plan by hand</source>
        <translation>Von Hand gemachte Änderungen am Plan verwerfen</translation>
    </message>
    <message>
        <source>Aspect</source>
        <translation>Seitenverhältnis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Pro</source>
        <translation>Pro</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Keep the seed for every render</source>
        <translation>Seed für alle Renderings beibehalten</translation>
    </message>
    <message>
        <source>Roll another seed</source>
        <translation>Neuen Seed würfeln</translation>
    </message>
    <message>
        <source>Renderer</source>
        <translation>Renderer</translation>
    </message>
    <message>
        <source>Best for the plan</source>
        <translation>Passend zum Plan</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Make the picture (Ctrl+Enter)</source>
        <translation>Bild erzeugen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Canvas</source>
        <translation>Arbeitsfläche</translation>
    </message>
    <message>
        <source>Change the aspect</source>
        <translation>Seitenverhältnis ändern</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Change the quality</source>
        <translation>Qualität ändern</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>Seed ändern</translation>
    </message>
    <message>
        <source>Change the renderer</source>
        <translation>Renderer ändern</translation>
    </message>
    <message>
        <source>Change the references</source>
        <translation>Referenzen ändern</translation>
    </message>
    <message>
        <source>Change the brand kit</source>
        <translation>Marken-Kit ändern</translation>
    </message>
    <message>
        <source>Understood from the prompt</source>
        <translation>Aus dem Prompt verstanden</translation>
    </message>
    <message>
        <source>Click to correct</source>
        <translation>Zum Korrigieren klicken</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Check and fix</source>
        <translation>Prüfen und beheben</translation>
    </message>
</context>
<context>
    <name>CameraForm</name>
    <message>
        <source>Around</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>Above</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Roll</source>
        <translation>Neigung</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Objektiv</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorne</translation>
    </message>
    <message>
        <source>Three-quarter</source>
        <translation>Dreiviertel</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>Isometric</source>
        <translation>Isometrisch</translation>
    </message>
    <message>
        <source>Move the camera</source>
        <translation>Kamera bewegen</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Nicht bestanden</translation>
    </message>
    <message>
        <source>Unchecked</source>
        <translation>Ungeprüft</translation>
    </message>
    <message>
        <source>Drop to open {name}</source>
        <translation>Ablegen, um {name} zu öffnen</translation>
    </message>
    <message>
        <source>Drop to edit {name}</source>
        <translation>Ablegen, um {name} zu bearbeiten</translation>
    </message>
    <message>
        <source>Drop to open {count} files</source>
        <translation>Ablegen, um {count} Dateien zu öffnen</translation>
    </message>
    <message>
        <source>{name} cannot be opened here. Use PNG, JPEG, WebP, TIFF, AVIF or .plantain.</source>
        <translation>{name} kann hier nicht geöffnet werden. PNG, JPEG, WebP, TIFF, AVIF oder .plantain verwenden.</translation>
    </message>
    <message>
        <source>Drop to edit this picture</source>
        <translation>Ablegen, um dieses Bild zu bearbeiten</translation>
    </message>
    <message>
        <source>This is only a link. Save the picture first and drop its file.</source>
        <translation>Das ist nur ein Link. Das Bild zuerst speichern und die Datei ablegen.</translation>
    </message>
    <message>
        <source>Only pictures and Plantain documents can be dropped or pasted here.</source>
        <translation>Hier lassen sich nur Bilder und Plantain-Dokumente ablegen oder einfügen.</translation>
    </message>
</context>
<context>
    <name>CanvasView</name>
    <message>
        <source>Canvas</source>
        <translation>Arbeitsfläche</translation>
    </message>
    <message>
        <source>Tab goes through the boxes and findings, arrows move what is chosen.</source>
        <translation>Die Tabulatortaste wechselt zwischen Rahmen und Befunden, Pfeiltasten verschieben das Gewählte.</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Fix what fails</source>
        <translation>Fehler beheben</translation>
    </message>
    <message>
        <source>Let Plantain work on the failed checks, one after the other</source>
        <translation>Plantain bearbeitet die nicht bestandenen Prüfungen der Reihe nach</translation>
    </message>
    <message>
        <source>What the picture must fulfil is listed here as you describe it, and measured once it is rendered.</source>
        <translation>Was das Bild erfüllen muss, erscheint hier schon beim Beschreiben und wird nach dem Rendern gemessen.</translation>
    </message>
    <message>
        <source>The brief has changed since this picture.</source>
        <translation>Der Auftrag wurde seit diesem Bild geändert.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this change</source>
        <translation>Diese Änderung behalten</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go back to the picture before this change</source>
        <translation>Zum Bild vor dieser Änderung zurückkehren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>{0} to check</source>
        <translation>{0} zu prüfen</translation>
    </message>
    <message>
        <source>Measured once the picture is rendered</source>
        <translation>Wird nach dem Rendern gemessen</translation>
    </message>
    <message>
        <source>The picture is being made</source>
        <translation>Das Bild entsteht</translation>
    </message>
    <message>
        <source>{0} of {1} passed</source>
        <translation>{0} von {1} bestanden</translation>
    </message>
    <message>
        <source>{0} failed</source>
        <translation>{0} nicht bestanden</translation>
    </message>
    <message>
        <source>{0} unchecked</source>
        <translation>{0} ungeprüft</translation>
    </message>
    <message>
        <source>No longer holds: {0}</source>
        <translation>Nicht mehr erfüllt: {0}</translation>
    </message>
    <message>
        <source>Still fails: {0}</source>
        <translation>Weiterhin nicht erfüllt: {0}</translation>
    </message>
    <message>
        <source>Holds now: {0}</source>
        <translation>Jetzt erfüllt: {0}</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>dark brown or #1E5AA8</source>
        <translation>dark brown oder #1E5AA8</translation>
    </message>
</context>
<context>
    <name>Diagnostics</name>
    <message>
        <source>Looking…</source>
        <translation>Wird ermittelt …</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
        <source>This installation</source>
        <translation>Diese Installation</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>{0} is larger than {1} MB.</source>
        <translation>{0} ist größer als {1} MB.</translation>
    </message>
    <message>
        <source>That is no plan or brief.</source>
        <translation>Das ist weder ein Plan noch ein Auftrag.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} kann nicht gelesen werden ({1}).</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Name und Ordner überprüfen.</translation>
    </message>
    <message>
        <source>The picture is {0} × {1} pixels.</source>
        <translation>Das Bild hat {0} × {1} Pixel.</translation>
    </message>
    <message>
        <source>Use one whose sides are 16 to 16384 pixels.</source>
        <translation>Ein Bild mit 16 bis 16384 Pixeln Kantenlänge verwenden.</translation>
    </message>
    <message>
        <source>“{0}” is no name for a document.</source>
        <translation>„{0}“ ist kein Name für ein Dokument.</translation>
    </message>
    <message>
        <source>End it in {0}.</source>
        <translation>Er muss auf {0} enden.</translation>
    </message>
</context>
<context>
    <name>ElementForm</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>wie vorgegeben</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>Material</translation>
    </message>
    <message>
        <source>Edit the {0}</source>
        <translation>{0} bearbeiten</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The place in the picture</source>
        <translation>Die Stelle im Bild</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Fix this</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Let Plantain cure this with the smallest edit that does</source>
        <translation>Plantain behebt dies mit dem kleinsten Eingriff, der genügt</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Select this region and say what should change</source>
        <translation>Diesen Bereich auswählen und angeben, was sich ändern soll</translation>
    </message>
    <message>
        <source>It holds.</source>
        <translation>Erfüllt.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Nobody has looked: there is no critic for this here.</source>
        <translation>Nicht geprüft: Dafür gibt es hier keinen Prüfer.</translation>
    </message>
    <message>
        <source>Measured by the critic “{0}”, {1} % sure</source>
        <translation>Gemessen vom Prüfer „{0}“, zu {1} % sicher</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>This picture is damaged or too large. Save it as PNG and drop the file.</source>
        <translation>Das Bild ist beschädigt oder zu groß. Als PNG speichern und die Datei ablegen.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>PSD, layers for Photoshop</source>
        <translation>PSD, Ebenen für Photoshop</translation>
    </message>
    <message>
        <source>OpenRaster, layers for Krita</source>
        <translation>OpenRaster, Ebenen für Krita</translation>
    </message>
    <message>
        <source>PNG, lossless</source>
        <translation>PNG, verlustfrei</translation>
    </message>
    <message>
        <source>Write prompt, plan and origin into the file</source>
        <translation>Prompt, Plan und Herkunft in die Datei schreiben</translation>
    </message>
    <message>
        <source>Every round, as files of their own in a folder</source>
        <translation>Alle Runden als einzelne Dateien in einen Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export every round into</source>
        <translation>Alle Runden exportieren nach</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Exported to {0}.</source>
        <translation>Exportiert nach {0}.</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Documents, plans and pictures</source>
        <translation>Dokumente, Pläne und Bilder</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
</context>
<context>
    <name>LightForm</name>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Change the light</source>
        <translation>Licht ändern</translation>
    </message>
</context>
<context>
    <name>Materials</name>
    <message>
        <source>Drop pictures here to use them in the picture</source>
        <translation>Bilder hier ablegen, um sie im Bild zu verwenden</translation>
    </message>
    <message>
        <source>Drop a brand kit here: a JSON file with colours, a font and a logo</source>
        <translation>Marken-Kit hier ablegen: eine JSON-Datei mit Farben, Schrift und Logo</translation>
    </message>
    <message>
        <source>Add reference pictures</source>
        <translation>Referenzbilder hinzufügen</translation>
    </message>
    <message>
        <source>Choose a brand kit</source>
        <translation>Marken-Kit auswählen</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Referenzen</translation>
    </message>
    <message>
        <source>Brand kit</source>
        <translation>Marken-Kit</translation>
    </message>
    <message>
        <source>Click to remove {0}</source>
        <translation>Klicken, um {0} zu entfernen</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Click to remove</source>
        <translation>Zum Entfernen klicken</translation>
    </message>
    <message>
        <source>{0} cannot be a reference. Use a PNG, JPEG, WebP, TIFF or AVIF picture.</source>
        <translation>{0} kann nicht als Referenz dienen. Ein PNG-, JPEG-, WebP-, TIFF- oder AVIF-Bild verwenden.</translation>
    </message>
    <message>
        <source>{0}: “{1}” is no colour. Write it as #RRGGBB.</source>
        <translation>{0}: „{1}“ ist keine Farbe. In der Form #RRGGBB schreiben.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Brand kits</source>
        <translation>Marken-Kits</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>For a bug report</source>
        <translation>Für eine Fehlermeldung</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>The engine stumbled ({0}). Your picture is kept; try again.</source>
        <translation>In der Engine ist ein Fehler aufgetreten ({0}). Das Bild ist gesichert; bitte erneut versuchen.</translation>
    </message>
</context>
<context>
    <name>Orbit</name>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Drag to walk around the subject; arrow keys turn by 5°</source>
        <translation>Ziehen, um das Motiv zu umrunden; Pfeiltasten drehen um 5°</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Nothing planned yet. What you describe appears here, thing by thing.</source>
        <translation>Noch nichts geplant. Was beschrieben wird, erscheint hier Element für Element.</translation>
    </message>
    <message>
        <source>Elements</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>Select an element here or on the canvas to change it.</source>
        <translation>Zum Ändern ein Element hier oder auf der Arbeitsfläche auswählen.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Files and hardware</source>
        <translation>Dateien und Hardware</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Another language is spoken after the next start.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>The document's own</source>
        <translation>Ordner des Dokuments</translation>
    </message>
    <message>
        <source>Where exports go</source>
        <translation>Zielordner für Exporte</translation>
    </message>
    <message>
        <source>Show drafts and log</source>
        <translation>Entwürfe und Protokoll anzeigen</translation>
    </message>
    <message>
        <source>The studio renders on the processor; an NVIDIA graphics card is used where there is one.</source>
        <translation>Das Studio rendert auf dem Prozessor; eine vorhandene NVIDIA-Grafikkarte wird genutzt.</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Write prompt, plan and origin into exported pictures</source>
        <translation>Prompt, Plan und Herkunft in exportierte Bilder schreiben</translation>
    </message>
    <message>
        <source>Forget recent files</source>
        <translation>Liste zuletzt geöffneter Dateien leeren</translation>
    </message>
    <message>
        <source>Plantain works on this computer alone: every connection to another machine is refused while it runs. There are no accounts, no telemetry and no updates behind your back.</source>
        <translation>Plantain arbeitet nur auf diesem Computer: Solange es läuft, wird jede Verbindung zu anderen Rechnern abgewiesen. Es gibt keine Konten, keine Telemetrie und keine heimlichen Updates.</translation>
    </message>
</context>
<context>
    <name>Prompt</name>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Describe the picture. Put words that must be readable in quotes, and name colours, counts and the view.</source>
        <translation>Beschreiben Sie das Bild auf Englisch. Wörter, die lesbar sein müssen, in Anführungszeichen setzen; Farben, Anzahl und Ansicht nennen.</translation>
    </message>
</context>
<context>
    <name>Rounds</name>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Compare with a wipe</source>
        <translation>Mit Wischlinie vergleichen</translation>
    </message>
    <message>
        <source>Compare side by side</source>
        <translation>Nebeneinander vergleichen</translation>
    </message>
    <message>
        <source>Compare by blinking</source>
        <translation>Im Wechsel vergleichen</translation>
    </message>
    <message>
        <source>Make this round the best</source>
        <translation>Diese Runde zur besten machen</translation>
    </message>
    <message>
        <source>Round {0}</source>
        <translation>Runde {0}</translation>
    </message>
    <message>
        <source>best</source>
        <translation>beste</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>{0} of {1} passed</source>
        <translation>{0} von {1} bestanden</translation>
    </message>
    <message>
        <source>Compare with this round</source>
        <translation>Mit dieser Runde vergleichen</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Change the picture</source>
        <translation>Bild ändern</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>The prompt is read anew, so changes made to the plan by hand are gone. Undo brings them back.</source>
        <translation>Der Prompt wird neu gelesen, von Hand gemachte Änderungen am Plan entfallen. „Rückgängig“ stellt sie wieder her.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Texteingabe</translation>
    </message>
    <message>
        <source>Read the prompt anew</source>
        <translation>Prompt neu lesen</translation>
    </message>
    <message>
        <source>Roll the seed</source>
        <translation>Seed würfeln</translation>
    </message>
    <message>
        <source>Describe a picture first.</source>
        <translation>Zuerst ein Bild beschreiben.</translation>
    </message>
    <message>
        <source>Add text</source>
        <translation>Text hinzufügen</translation>
    </message>
    <message>
        <source>Take the change back</source>
        <translation>Änderung verwerfen</translation>
    </message>
    <message>
        <source>Choose another round</source>
        <translation>Andere Runde wählen</translation>
    </message>
    <message>
        <source>No fixer has anything left to try here. Select the region and change it by hand.</source>
        <translation>Hier gibt es keinen weiteren Lösungsweg. Den Bereich auswählen und von Hand ändern.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Back to the defaults</source>
        <translation>Standard wiederherstellen</translation>
    </message>
    <message>
        <source>{0} belongs to “{1}”. Free it there first.</source>
        <translation>{0} ist mit „{1}“ belegt. Dort zuerst entfernen.</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Right panel</source>
        <translation>Rechtes Bedienfeld</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Show the plan's boxes</source>
        <translation>Rahmen des Plans anzeigen</translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>Befunde anzeigen</translation>
    </message>
    <message>
        <source>Show the outline of every element</source>
        <translation>Umrisse aller Elemente anzeigen</translation>
    </message>
    <message>
        <source>Move (V)</source>
        <translation>Verschieben (V)</translation>
    </message>
    <message>
        <source>Select a rectangle (M)</source>
        <translation>Auswahlrechteck (M)</translation>
    </message>
    <message>
        <source>Select an ellipse (M)</source>
        <translation>Auswahlellipse (M)</translation>
    </message>
    <message>
        <source>Select with the lasso (L)</source>
        <translation>Lasso (L)</translation>
    </message>
    <message>
        <source>Brush a selection (B)</source>
        <translation>Auswahlpinsel (B)</translation>
    </message>
    <message>
        <source>Erase from the selection (E)</source>
        <translation>Auswahlradierer (E)</translation>
    </message>
    <message>
        <source>Select an element (W)</source>
        <translation>Element auswählen (W)</translation>
    </message>
    <message>
        <source>Write in a place (T)</source>
        <translation>Text setzen (T)</translation>
    </message>
    <message>
        <source>Pick a colour (I)</source>
        <translation>Pipette (I)</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Brush softness</source>
        <translation>Weichheit des Pinsels</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Softness</source>
        <translation>Weichheit</translation>
    </message>
    <message>
        <source>What should change? dark red, wooden, “OPEN”, or nothing</source>
        <translation>Was soll sich ändern? dark red, wooden, “OPEN” oder nichts</translation>
    </message>
    <message>
        <source>What should change in the selection</source>
        <translation>Was sich in der Auswahl ändern soll</translation>
    </message>
    <message>
        <source>Re-render region</source>
        <translation>Neu rendern</translation>
    </message>
    <message>
        <source>Every pixel outside the selection stays as it is</source>
        <translation>Alle Pixel außerhalb der Auswahl bleiben unverändert</translation>
    </message>
    <message>
        <source>Grow the selection</source>
        <translation>Auswahl erweitern</translation>
    </message>
    <message>
        <source>Shrink the selection</source>
        <translation>Auswahl verkleinern</translation>
    </message>
    <message>
        <source>Invert the selection</source>
        <translation>Auswahl umkehren</translation>
    </message>
    <message>
        <source>Select nothing (Ctrl+D)</source>
        <translation>Auswahl aufheben (Strg+D)</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+−)</source>
        <translation>Auszoomen (Strg+−)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl++)</source>
        <translation>Einzoomen (Strg++)</translation>
    </message>
    <message>
        <source>Fit in the window (Ctrl+0)</source>
        <translation>In Fenster einpassen (Strg+0)</translation>
    </message>
    <message>
        <source>Round {0}</source>
        <translation>Runde {0}</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop and keep the best picture so far (Esc)</source>
        <translation>Anhalten und das bisher beste Bild behalten (Esc)</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Plantain works on this computer alone. Connections to other machines are refused.</source>
        <translation>Plantain arbeitet nur auf diesem Computer. Verbindungen zu anderen Rechnern werden abgewiesen.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Round {0}</source>
        <translation>Runde {0}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
</context>
<context>
    <name>Thresholds</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenzwert</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>What counts as good enough. New limits hold from the next picture on.</source>
        <translation>Was als gut genug gilt. Neue Grenzwerte gelten ab dem nächsten Bild.</translation>
    </message>
    <message>
        <source>Back to the usual limits</source>
        <translation>Standardgrenzwerte wiederherstellen</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Describe a picture</source>
        <translation>Ein Bild beschreiben</translation>
    </message>
    <message>
        <source>Write what it must show at the left. Plantain plans it, renders it on this computer, checks it against your words, and mends what is wrong.</source>
        <translation>Links eingeben, was das Bild zeigen soll (auf Englisch). Plantain plant es, rendert es auf diesem Computer, vergleicht es mit der Beschreibung und behebt, was nicht stimmt.</translation>
    </message>
    <message>
        <source>Open a picture or document…</source>
        <translation>Bild oder Dokument öffnen …</translation>
    </message>
    <message>
        <source>or drop a picture here to check and mend it</source>
        <translation>oder ein Bild zum Prüfen und Beheben hier ablegen</translation>
    </message>
    <message>
        <source>Render one of these</source>
        <translation>Eines dieser Beispiele rendern</translation>
    </message>
    <message>
        <source>A poster</source>
        <translation>Ein Plakat</translation>
    </message>
    <message>
        <source>A product</source>
        <translation>Ein Produkt</translation>
    </message>
    <message>
        <source>A label</source>
        <translation>Ein Etikett</translation>
    </message>
    <message>
        <source>A cover</source>
        <translation>Ein Cover</translation>
    </message>
    <message>
        <source>Render this now</source>
        <translation>Jetzt rendern</translation>
    </message>
    <message>
        <source>Continue the draft “{0}”</source>
        <translation>Entwurf „{0}“ fortsetzen</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Search commands   Ctrl+K</source>
        <translation>Befehle suchen   Strg+K</translation>
    </message>
    <message>
        <source>kept as a draft</source>
        <translation>als Entwurf gesichert</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Write anew</source>
        <translation>Neu schreiben</translation>
    </message>
    <message>
        <source>New words</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>Move the box</source>
        <translation>Rahmen verschieben</translation>
    </message>
    <message>
        <source>Write here</source>
        <translation>Hier schreiben</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>{0} – select an element first to give it this colour.</source>
        <translation>{0} – zuerst ein Element auswählen, um ihm diese Farbe zu geben.</translation>
    </message>
    <message>
        <source>This finding names no place. Select the region with one of the tools.</source>
        <translation>Dieser Befund nennt keine Stelle. Den Bereich mit einem der Werkzeuge auswählen.</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About Plantain</source>
        <translation>Über Plantain</translation>
    </message>
</context>
<context>
    <name>diagnostics</name>
    <message>
        <source>Log and diagnostics</source>
        <translation>Protokoll und Diagnose</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Show or hide the panels (on the canvas)</source>
        <translation>Bedienfelder ein- oder ausblenden (auf der Arbeitsfläche)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open recent…</source>
        <translation>Zuletzt geöffnet …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Bild einfügen</translation>
    </message>
    <message>
        <source>Search commands…</source>
        <translation>Befehle suchen …</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <source>Grow</source>
        <translation>Erweitern</translation>
    </message>
    <message>
        <source>Shrink</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Move tool</source>
        <translation>Verschieben-Werkzeug</translation>
    </message>
    <message>
        <source>Rectangle or ellipse tool</source>
        <translation>Auswahlrechteck oder -ellipse</translation>
    </message>
    <message>
        <source>Lasso tool</source>
        <translation>Lasso-Werkzeug</translation>
    </message>
    <message>
        <source>Brush tool</source>
        <translation>Auswahlpinsel-Werkzeug</translation>
    </message>
    <message>
        <source>Eraser tool</source>
        <translation>Auswahlradierer-Werkzeug</translation>
    </message>
    <message>
        <source>Element tool</source>
        <translation>Element-Werkzeug</translation>
    </message>
    <message>
        <source>Text tool</source>
        <translation>Text-Werkzeug</translation>
    </message>
    <message>
        <source>Colour picker</source>
        <translation>Pipette</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Pinsel verkleinern</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Pinsel vergrößern</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Vorgang abbrechen</translation>
    </message>
    <message>
        <source>Fix what fails</source>
        <translation>Fehler beheben</translation>
    </message>
    <message>
        <source>Fix the selected finding</source>
        <translation>Gewählten Befund beheben</translation>
    </message>
    <message>
        <source>Re-render the selected region</source>
        <translation>Ausgewählten Bereich neu rendern</translation>
    </message>
    <message>
        <source>Keep the last change</source>
        <translation>Letzte Änderung behalten</translation>
    </message>
    <message>
        <source>Take the last change back</source>
        <translation>Letzte Änderung verwerfen</translation>
    </message>
    <message>
        <source>Compare with the round before</source>
        <translation>Mit der vorigen Runde vergleichen</translation>
    </message>
    <message>
        <source>Roll another seed</source>
        <translation>Neuen Seed würfeln</translation>
    </message>
    <message>
        <source>Read the prompt anew</source>
        <translation>Prompt neu lesen</translation>
    </message>
    <message>
        <source>Fit in the window</source>
        <translation>In Fenster einpassen</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Einzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Auszoomen</translation>
    </message>
    <message>
        <source>Plan boxes</source>
        <translation>Rahmen des Plans</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Outlines of the elements</source>
        <translation>Umrisse der Elemente</translation>
    </message>
    <message>
        <source>Checks panel</source>
        <translation>Bedienfeld „Prüfungen“</translation>
    </message>
    <message>
        <source>Plan panel</source>
        <translation>Bedienfeld „Plan“</translation>
    </message>
    <message>
        <source>Show or hide the panels</source>
        <translation>Bedienfelder ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Fensterbereich</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Log and diagnostics</source>
        <translation>Protokoll und Diagnose</translation>
    </message>
    <message>
        <source>About Plantain</source>
        <translation>Über Plantain</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>Search commands</source>
        <translation>Befehle suchen</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Noch nichts vorhanden.</translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>strings</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Framing</source>
        <translation>Bildausschnitt</translation>
    </message>
    <message>
        <source>Clean picture</source>
        <translation>Fehlerfreiheit</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>Marke</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>nicht bestanden</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Rendering</source>
        <translation>Rendern</translation>
    </message>
    <message>
        <source>Setting the scene</source>
        <translation>Szene aufbauen</translation>
    </message>
    <message>
        <source>Sketching</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Tracing light</source>
        <translation>Licht verfolgen</translation>
    </message>
    <message>
        <source>Removing noise</source>
        <translation>Rauschen entfernen</translation>
    </message>
    <message>
        <source>Developing</source>
        <translation>Entwickeln</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Checking the size</source>
        <translation>Größe prüfen</translation>
    </message>
    <message>
        <source>Reading the text</source>
        <translation>Text lesen</translation>
    </message>
    <message>
        <source>Measuring colours</source>
        <translation>Farben messen</translation>
    </message>
    <message>
        <source>Looking for every element</source>
        <translation>Elemente suchen</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Zählen</translation>
    </message>
    <message>
        <source>Checking positions</source>
        <translation>Positionen prüfen</translation>
    </message>
    <message>
        <source>Checking the framing</source>
        <translation>Bildausschnitt prüfen</translation>
    </message>
    <message>
        <source>Looking for flaws</source>
        <translation>Bildfehler suchen</translation>
    </message>
    <message>
        <source>Fixing</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Setting type</source>
        <translation>Text setzen</translation>
    </message>
    <message>
        <source>Adjusting colour</source>
        <translation>Farbe anpassen</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Stopped after its last round</source>
        <translation>Nach der letzten Runde beendet</translation>
    </message>
    <message>
        <source>Nothing left to try</source>
        <translation>Keine weiteren Lösungswege</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>Studio</source>
        <translation>Studio</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Hart</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seitlich</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Gegenlicht</translation>
    </message>
    <message>
        <source>Golden hour</source>
        <translation>Goldene Stunde</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>Neon</source>
        <translation>Neon</translation>
    </message>
    <message>
        <source>Daylight</source>
        <translation>Tageslicht</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Body text</source>
        <translation>Fließtext</translation>
    </message>
    <message>
        <source>Small print</source>
        <translation>Kleingedrucktes</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>Brick</source>
        <translation>Ziegel</translation>
    </message>
    <message>
        <source>Cardboard</source>
        <translation>Karton</translation>
    </message>
    <message>
        <source>Ceramic</source>
        <translation>Keramik</translation>
    </message>
    <message>
        <source>Chrome</source>
        <translation>Chrom</translation>
    </message>
    <message>
        <source>Concrete</source>
        <translation>Beton</translation>
    </message>
    <message>
        <source>Copper</source>
        <translation>Kupfer</translation>
    </message>
    <message>
        <source>Fabric</source>
        <translation>Stoff</translation>
    </message>
    <message>
        <source>Glass</source>
        <translation>Glas</translation>
    </message>
    <message>
        <source>Gloss</source>
        <translation>Glänzend</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Honey</source>
        <translation>Honig</translation>
    </message>
    <message>
        <source>Juice</source>
        <translation>Saft</translation>
    </message>
    <message>
        <source>Leather</source>
        <translation>Leder</translation>
    </message>
    <message>
        <source>Marble</source>
        <translation>Marmor</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Matt</translation>
    </message>
    <message>
        <source>Metal</source>
        <translation>Metall</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Plastic</source>
        <translation>Kunststoff</translation>
    </message>
    <message>
        <source>Rubber</source>
        <translation>Gummi</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>Silber</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>Wood</source>
        <translation>Holz</translation>
    </message>
    <message>
        <source>share of the letters that are right</source>
        <translation>Anteil richtiger Buchstaben</translation>
    </message>
    <message>
        <source>likeness of the worst letter</source>
        <translation>Ähnlichkeit des schlechtesten Buchstabens</translation>
    </message>
    <message>
        <source>contrast with the ground</source>
        <translation>Kontrast zum Untergrund</translation>
    </message>
    <message>
        <source>smallest height of capitals, px</source>
        <translation>kleinste Versalhöhe, px</translation>
    </message>
    <message>
        <source>words too many</source>
        <translation>überzählige Wörter</translation>
    </message>
    <message>
        <source>share of a colour asked for by name</source>
        <translation>Anteil einer benannten Farbe</translation>
    </message>
    <message>
        <source>difference from an exact colour, ΔE</source>
        <translation>Abweichung von einer exakten Farbe, ΔE</translation>
    </message>
    <message>
        <source>evidence of the element</source>
        <translation>Nachweis des Elements</translation>
    </message>
    <message>
        <source>missing or too many</source>
        <translation>fehlend oder überzählig</translation>
    </message>
    <message>
        <source>tolerance</source>
        <translation>Toleranz</translation>
    </message>
    <message>
        <source>tolerance in degrees</source>
        <translation>Toleranz in Grad</translation>
    </message>
    <message>
        <source>overlap with the plan</source>
        <translation>Überdeckung mit dem Plan</translation>
    </message>
    <message>
        <source>freedom from flaws</source>
        <translation>Fehlerfreiheit</translation>
    </message>
    <message>
        <source>{0} left of {1}</source>
        <translation>{0} links von {1}</translation>
    </message>
    <message>
        <source>{0} right of {1}</source>
        <translation>{0} rechts von {1}</translation>
    </message>
    <message>
        <source>{0} above {1}</source>
        <translation>{0} über {1}</translation>
    </message>
    <message>
        <source>{0} below {1}</source>
        <translation>{0} unter {1}</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{0} auf {1}</translation>
    </message>
    <message>
        <source>{0} in front of {1}</source>
        <translation>{0} vor {1}</translation>
    </message>
    <message>
        <source>{0} behind {1}</source>
        <translation>{0} hinter {1}</translation>
    </message>
    <message>
        <source>{0} inside {1}</source>
        <translation>{0} in {1}</translation>
    </message>
    <message>
        <source>{0} next to {1}</source>
        <translation>{0} neben {1}</translation>
    </message>
    <message>
        <source>Nothing else is written</source>
        <translation>Sonst steht nichts im Bild</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>In a scene nothing floats, print stays on what carries it, and the ground fills the picture: the box is in the nearest place.</source>
        <translation>In einer Szene schwebt nichts, Gedrucktes bleibt auf seinem Träger, und der Boden füllt das Bild: Der Rahmen liegt am nächstmöglichen Platz.</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>noch {0} s</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>noch {0} min</translation>
    </message>
</context>
<context>
    <name>wishes</name>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select a region first.</source>
        <translation>Zuerst einen Bereich auswählen.</translation>
    </message>
    <message>
        <source>Re-render the selection</source>
        <translation>Auswahl neu rendern</translation>
    </message>
    <message>
        <source>Of “{0}” nothing was understood.</source>
        <translation>Von „{0}“ wurde nichts verstanden.</translation>
    </message>
    <message>
        <source>Name a colour, a material, or new words in quotes.</source>
        <translation>Eine Farbe, ein Material oder neuen Text in Anführungszeichen angeben (auf Englisch).</translation>
    </message>
    <message>
        <source>Write “{0}”</source>
        <translation>„{0}“ schreiben</translation>
    </message>
    <message>
        <source>Make the {0} {1}</source>
        <translation>{0} in {1} umfärben</translation>
    </message>
</context>
</TS>
