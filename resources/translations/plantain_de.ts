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
        <source>Diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Allow stand-ins</source>
        <translation>Platzhalter erlauben</translation>
    </message>
    <message>
        <source>What cannot be drawn here becomes a labelled block: a preview of the layout</source>
        <translation>Was hier nicht gezeichnet werden kann, wird ein beschrifteter Block: eine Vorschau des Layouts</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Models on this computer, and where to get some</source>
        <translation>Modelle auf diesem Computer, und woher man welche bekommt</translation>
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
        <source>Change the stand-ins</source>
        <translation>Platzhalter ändern</translation>
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
        <source>{0} (not here)</source>
        <translation>{0} (nicht da)</translation>
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
    <name>Details</name>
    <message>
        <source>Draws with</source>
        <translation>Zeichnet mit</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Native size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Checksums</source>
        <translation>Prüfsummen</translation>
    </message>
    <message>
        <source>fixed by the catalogue</source>
        <translation>vom Katalog festgelegt</translation>
    </message>
    <message>
        <source>those its site publishes</source>
        <translation>wie von der Seite veröffentlicht</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Download · about {0}</source>
        <translation>Laden · etwa {0}</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seine Seite öffnen</translation>
    </message>
    <message>
        <source>It is not fetched from here: get it by hand on its page, then import the file or folder.</source>
        <translation>Es wird nicht von hier geholt: Laden Sie es von Hand auf seiner Seite und importieren Sie Datei oder Ordner.</translation>
    </message>
    <message>
        <source>Its site asks for consent: accept on its page, then paste an access token of yours. It is used for this download and not kept.</source>
        <translation>Die Seite verlangt Zustimmung: Stimmen Sie dort zu und fügen Sie Ihr Zugangstoken ein. Es dient nur diesem Download und wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugangstoken</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>not computed yet: verify it</source>
        <translation>noch nicht berechnet: prüfen Sie es</translation>
    </message>
    <message>
        <source>ONNX files</source>
        <translation>ONNX-Dateien</translation>
    </message>
    <message>
        <source>Read and accept the licence…</source>
        <translation>Lizenz lesen und annehmen…</translation>
    </message>
    <message>
        <source>Render with it</source>
        <translation>Damit rendern</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Accepted on {0}.</source>
        <translation>Angenommen am {0}.</translation>
    </message>
    <message>
        <source>It belongs to another program and is only read.</source>
        <translation>Es gehört einem anderen Programm und wird nur gelesen.</translation>
    </message>
    <message>
        <source>The studio needs no model: type, shapes and staged products are drawn by this computer alone. For any other picture, bring a model:</source>
        <translation>Das Studio braucht kein Modell: Schrift, Formen und inszenierte Produkte zeichnet dieser Computer allein. Für jedes andere Bild bringen Sie ein Modell mit:</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Show another program&apos;s folder…</source>
        <translation>Ordner eines anderen Programms zeigen…</translation>
    </message>
    <message>
        <source>You have one already</source>
        <translation>Sie haben schon eines</translation>
    </message>
    <message>
        <source>Drop a .safetensors or .gguf file or a diffusers folder on this page. It is recognised by its content.</source>
        <translation>Ziehen Sie eine .safetensors- oder .gguf-Datei oder einen diffusers-Ordner auf diese Seite. Das Modell wird am Inhalt erkannt.</translation>
    </message>
    <message>
        <source>You use ComfyUI, A1111 or InvokeAI</source>
        <translation>Sie benutzen ComfyUI, A1111 oder InvokeAI</translation>
    </message>
    <message>
        <source>Show their folder here: its models stay where they are and are only read.</source>
        <translation>Zeigen Sie deren Ordner hier: Die Modelle bleiben, wo sie sind, und werden nur gelesen.</translation>
    </message>
    <message>
        <source>You want one</source>
        <translation>Sie möchten eines</translation>
    </message>
    <message>
        <source>Choose from the list at the left. It tells what each is good at and what its licence allows; nothing is fetched before you ask for it.</source>
        <translation>Wählen Sie links aus der Liste. Sie sagt, was jedes gut kann und was seine Lizenz erlaubt; nichts wird geholt, bevor Sie es verlangen.</translation>
    </message>
    <message>
        <source>Folders that are shown</source>
        <translation>Gezeigte Ordner</translation>
    </message>
    <message>
        <source>Show it no longer</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Bring a model</source>
        <translation>Ein Modell mitbringen</translation>
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
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>It holds.</source>
        <translation>Erfüllt.</translation>
    </message>
    <message>
        <source>The place in the picture that was judged</source>
        <translation>Die Stelle im Bild, die beurteilt wurde</translation>
    </message>
    <message>
        <source>The picture that was judged</source>
        <translation>Das Bild, das beurteilt wurde</translation>
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
    <message>
        <source>Measured before the last change, which cannot have touched it.</source>
        <translation>Vor der letzten Änderung gemessen, die dies nicht berührt haben kann.</translation>
    </message>
    <message>
        <source>How often such a verdict is right has not been measured yet.</source>
        <translation>Wie oft ein solches Urteil stimmt, ist noch nicht gemessen.</translation>
    </message>
    <message>
        <source>Such a verdict was right in {0} of {1} cases of the bench.</source>
        <translation>Ein solches Urteil stimmte in {0} der {1} Fälle des Prüfstands.</translation>
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
        <source>Export it all the same</source>
        <translation>Trotzdem exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Your safety policy blocks this:</source>
        <translation>Die Sicherheitsrichtlinie sperrt dies:</translation>
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
    <message>
        <source>Your safety policy blocks this:</source>
        <translation>Die Sicherheitsrichtlinie sperrt dies:</translation>
    </message>
    <message>
        <source>Export asks whether it may leave all the same.</source>
        <translation>Der Export fragt, ob es trotzdem hinausdarf.</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>What you accept is the text itself, not this summary. The day and the version are recorded, and every picture made with the model carries the licence&apos;s name.</source>
        <translation>Sie nehmen den Text selbst an, nicht diese Zusammenfassung. Tag und Fassung werden festgehalten, und jedes Bild des Modells trägt den Namen der Lizenz.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Stop {0}</source>
        <translation>{0} anhalten</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>{0} was imported.</source>
        <translation>{0} wurde importiert.</translation>
    </message>
    <message>
        <source>No model is in memory.</source>
        <translation>Kein Modell ist im Speicher.</translation>
    </message>
    <message>
        <source>A model is at work; it stays in memory.</source>
        <translation>Ein Modell arbeitet; es bleibt im Speicher.</translation>
    </message>
    <message>
        <source>{0} is undamaged.</source>
        <translation>{0} ist unbeschädigt.</translation>
    </message>
    <message>
        <source>{0} is here and can be used.</source>
        <translation>{0} ist da und kann benutzt werden.</translation>
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
        <source>Drop a brand kit here: a JSON file with colours, a font and a logo, or one of those files</source>
        <translation>Marken-Kit hier ablegen: eine JSON-Datei mit Farben, Schrift und Logo, oder eine dieser Dateien</translation>
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
    <name>ModelsPage</name>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>The next picture is drawn by {0}.</source>
        <translation>Das nächste Bild zeichnet {0}.</translation>
    </message>
    <message>
        <source>Card of {0}</source>
        <translation>Karte von {0}</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Remove a model</source>
        <translation>Ein Modell entfernen</translation>
    </message>
    <message>
        <source>Delete {0} and its files from the disk?</source>
        <translation>{0} und seine Dateien von der Platte löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>Folder with models, or a diffusers folder</source>
        <translation>Ordner mit Modellen oder ein diffusers-Ordner</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Critics: they check pictures</source>
        <translation>Prüfer: sie untersuchen Bilder</translation>
    </message>
    <message>
        <source>To be had, free for commercial use</source>
        <translation>Erhältlich, frei für kommerzielle Nutzung</translation>
    </message>
    <message>
        <source>To be had, with restrictions</source>
        <translation>Erhältlich, mit Einschränkungen</translation>
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
    <name>OpinionPage</name>
    <message>
        <source>It may also plan the picture when you render</source>
        <translation>Es darf beim Rendern auch das Bild planen</translation>
    </message>
    <message>
        <source>A language-vision model that you run on this computer (llama.cpp, Ollama, LM Studio) can be asked about what Plantain cannot measure. It is asked twice and counts where it agrees with itself, as an opinion.</source>
        <translation>Ein Sprach-Bild-Modell, das auf diesem Computer läuft (llama.cpp, Ollama, LM Studio), kann gefragt werden, was Plantain nicht messen kann. Es wird zweimal gefragt und zählt, wo es sich einig ist, als Meinung.</translation>
    </message>
    <message>
        <source>Empty: nobody is asked. No other computer is ever asked, and nothing that was measured is overruled.</source>
        <translation>Leer: Niemand wird gefragt. Andere Computer werden nie gefragt, und was gemessen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>As the model likes</source>
        <translation>Modellvorgabe</translation>
    </message>
    <message>
        <source>Model options</source>
        <translation>Modelloptionen</translation>
    </message>
    <message>
        <source>What is left alone here is as the model likes</source>
        <translation>Was hier nicht geändert wird, folgt der Vorgabe des Modells</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>What the picture must not have</source>
        <translation>Was nicht im Bild sein darf</translation>
    </message>
    <message>
        <source>Said to models that take a negative prompt; others leave it unheard</source>
        <translation>Gilt für Modelle, die einen Negativ-Prompt verstehen; andere beachten ihn nicht</translation>
    </message>
    <message>
        <source>More steps take longer and settle finer detail</source>
        <translation>Mehr Schritte dauern länger und arbeiten feinere Details aus</translation>
    </message>
    <message>
        <source>A Turbo or Lightning model in one file may not say so: it takes about 6, at guidance 1</source>
        <translation>Ein Turbo- oder Lightning-Modell in einer einzigen Datei gibt sich womöglich nicht zu erkennen: Es braucht etwa 6, bei Prompt-Treue 1</translation>
    </message>
    <message>
        <source>How closely the model holds to the prompt; too much burns the colours</source>
        <translation>Wie eng sich das Modell an den Prompt hält; zu viel übersteuert die Farben</translation>
    </message>
    <message>
        <source>How the model goes from noise to the picture</source>
        <translation>Wie das Modell vom Rauschen zum Bild gelangt</translation>
    </message>
    <message>
        <source>Holds the picture to the plan&apos;s layout</source>
        <translation>Hält das Bild an der Anordnung des Plans fest</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>What it follows</source>
        <translation>Wonach es sich richtet</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Prompt-Treue</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>Scheduler</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>LoRAs and ControlNets of the library that fit the model are offered here.</source>
        <translation>LoRAs und ControlNets aus der Bibliothek, die zum Modell passen, stehen hier zur Wahl.</translation>
    </message>
    <message>
        <source>Choose a model to be offered the schedulers, LoRAs and ControlNets that fit it.</source>
        <translation>Ist ein Modell gewählt, stehen hier passende Scheduler, LoRAs und ControlNets zur Wahl.</translation>
    </message>
    <message>
        <source>Weight of {0}</source>
        <translation>Gewicht von {0}</translation>
    </message>
    <message>
        <source>How much of the LoRA is added: 1 is all of it</source>
        <translation>Wie viel des LoRA einfließt: 1 ist alles</translation>
    </message>
    <message>
        <source>{0} (does not fit)</source>
        <translation>{0} (passt nicht)</translation>
    </message>
    <message>
        <source>Change the model options</source>
        <translation>Modelloptionen ändern</translation>
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
        <source>Second opinion</source>
        <translation>Zweite Meinung</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
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
        <source>The document&apos;s own</source>
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
        <source>Models run on</source>
        <translation>Modelle laufen auf</translation>
    </message>
    <message>
        <source>The graphics card, if one works</source>
        <translation>der Grafikkarte, wenn eine geht</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>dem Prozessor</translation>
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
        <source>Plantain works on this computer alone: every connection to another machine is refused while it runs, but for a model that you ask to be downloaded. There are no accounts, no telemetry and no updates behind your back.</source>
        <translation>Plantain arbeitet allein auf diesem Computer: Jede Verbindung zu einer anderen Maschine wird abgelehnt, außer für ein Modell, dessen Download Sie verlangen. Es gibt keine Konten, keine Telemetrie und keine heimlichen Updates.</translation>
    </message>
    <message>
        <source>Mirror for models that you download</source>
        <translation>Spiegelserver für Modelle, die Sie laden</translation>
    </message>
    <message>
        <source>Empty: from the site that the catalogue names.</source>
        <translation>Leer: von der Seite, die der Katalog nennt.</translation>
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
    <name>SafetyPage</name>
    <message>
        <source>You decide what is looked for. “Warn” tells you and goes on; “Block” counts as not passed, and asks before the picture is exported. Nothing is refused, hidden or changed without your seeing why.</source>
        <translation>Hier wird bestimmt, wonach gesucht wird. „Warnen“ sagt es und macht weiter; „Sperren“ zählt als nicht bestanden und fragt, bevor das Bild exportiert wird. Nichts wird verweigert, verborgen oder geändert, ohne dass zu sehen ist, warum.</translation>
    </message>
    <message>
        <source>No classifier is installed, so nothing can be looked for: import one in Models, and set its policy here.</source>
        <translation>Es ist kein Klassifikator installiert, also kann nach nichts gesucht werden: unter „Modelle“ einen importieren und hier seine Richtlinie festlegen.</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Measured: {0}</source>
        <translation>Gemessen: {0}</translation>
    </message>
    <message>
        <source>at least {0}</source>
        <translation>mindestens {0}</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>höchstens {0}</translation>
    </message>
    <message>
        <source>exactly {0}</source>
        <translation>genau {0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
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
        <source>Show the plan&apos;s boxes</source>
        <translation>Rahmen des Plans anzeigen</translation>
    </message>
    <message>
        <source>Show the findings</source>
        <translation>Befunde anzeigen</translation>
    </message>
    <message>
        <source>Outline the element under the cursor</source>
        <translation>Das Element unter dem Zeiger umranden</translation>
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
        <source>Downloading {0} %</source>
        <translation>Lädt {0} %</translation>
    </message>
    <message>
        <source>Only the site of the model you asked for can be reached, and only until it is here.</source>
        <translation>Nur die Seite des verlangten Modells ist erreichbar, und nur, bis es da ist.</translation>
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
    <name>colour</name>
    <message>
        <source>amber</source>
        <translation>bernsteinfarben</translation>
    </message>
    <message>
        <source>apricot</source>
        <translation>aprikosenfarben</translation>
    </message>
    <message>
        <source>aqua</source>
        <translation>aquafarben</translation>
    </message>
    <message>
        <source>aubergine</source>
        <translation>auberginefarben</translation>
    </message>
    <message>
        <source>azure</source>
        <translation>azurblau</translation>
    </message>
    <message>
        <source>beige</source>
        <translation>beige</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>blau</translation>
    </message>
    <message>
        <source>blush</source>
        <translation>zartrosa</translation>
    </message>
    <message>
        <source>brass</source>
        <translation>messingfarben</translation>
    </message>
    <message>
        <source>brick</source>
        <translation>ziegelrot</translation>
    </message>
    <message>
        <source>bronze</source>
        <translation>bronzefarben</translation>
    </message>
    <message>
        <source>brown</source>
        <translation>braun</translation>
    </message>
    <message>
        <source>burgundy</source>
        <translation>burgunderrot</translation>
    </message>
    <message>
        <source>burnt orange</source>
        <translation>gebranntes orange</translation>
    </message>
    <message>
        <source>champagne</source>
        <translation>champagnerfarben</translation>
    </message>
    <message>
        <source>charcoal</source>
        <translation>anthrazit</translation>
    </message>
    <message>
        <source>cherry</source>
        <translation>kirschrot</translation>
    </message>
    <message>
        <source>chocolate</source>
        <translation>schokoladenbraun</translation>
    </message>
    <message>
        <source>cobalt</source>
        <translation>kobaltblau</translation>
    </message>
    <message>
        <source>copper</source>
        <translation>kupferfarben</translation>
    </message>
    <message>
        <source>coral</source>
        <translation>korallenrot</translation>
    </message>
    <message>
        <source>cream</source>
        <translation>cremefarben</translation>
    </message>
    <message>
        <source>crimson</source>
        <translation>karmesinrot</translation>
    </message>
    <message>
        <source>cyan</source>
        <translation>cyan</translation>
    </message>
    <message>
        <source>ecru</source>
        <translation>ecru</translation>
    </message>
    <message>
        <source>eggshell</source>
        <translation>eierschalenfarben</translation>
    </message>
    <message>
        <source>emerald</source>
        <translation>smaragdgrün</translation>
    </message>
    <message>
        <source>forest green</source>
        <translation>waldgrün</translation>
    </message>
    <message>
        <source>fuchsia</source>
        <translation>fuchsiafarben</translation>
    </message>
    <message>
        <source>ginger</source>
        <translation>ingwerfarben</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>gold</translation>
    </message>
    <message>
        <source>golden</source>
        <translation>golden</translation>
    </message>
    <message>
        <source>graphite</source>
        <translation>graphitgrau</translation>
    </message>
    <message>
        <source>gray</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>green</source>
        <translation>grün</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <source>indigo</source>
        <translation>indigoblau</translation>
    </message>
    <message>
        <source>ivory</source>
        <translation>elfenbeinfarben</translation>
    </message>
    <message>
        <source>jet black</source>
        <translation>tiefschwarz</translation>
    </message>
    <message>
        <source>khaki</source>
        <translation>khakifarben</translation>
    </message>
    <message>
        <source>lavender</source>
        <translation>lavendelfarben</translation>
    </message>
    <message>
        <source>lemon</source>
        <translation>zitronengelb</translation>
    </message>
    <message>
        <source>lilac</source>
        <translation>fliederfarben</translation>
    </message>
    <message>
        <source>lime</source>
        <translation>limettengrün</translation>
    </message>
    <message>
        <source>magenta</source>
        <translation>magenta</translation>
    </message>
    <message>
        <source>maroon</source>
        <translation>kastanienrot</translation>
    </message>
    <message>
        <source>mauve</source>
        <translation>malvenfarben</translation>
    </message>
    <message>
        <source>midnight blue</source>
        <translation>mitternachtsblau</translation>
    </message>
    <message>
        <source>mint</source>
        <translation>mintgrün</translation>
    </message>
    <message>
        <source>mustard</source>
        <translation>senfgelb</translation>
    </message>
    <message>
        <source>navy</source>
        <translation>marineblau</translation>
    </message>
    <message>
        <source>navy blue</source>
        <translation>marineblau</translation>
    </message>
    <message>
        <source>ochre</source>
        <translation>ockerfarben</translation>
    </message>
    <message>
        <source>off white</source>
        <translation>gebrochen weiß</translation>
    </message>
    <message>
        <source>off-white</source>
        <translation>gebrochen weiß</translation>
    </message>
    <message>
        <source>olive</source>
        <translation>olivgrün</translation>
    </message>
    <message>
        <source>orange</source>
        <translation>orange</translation>
    </message>
    <message>
        <source>peach</source>
        <translation>pfirsichfarben</translation>
    </message>
    <message>
        <source>petrol</source>
        <translation>petrolfarben</translation>
    </message>
    <message>
        <source>pine green</source>
        <translation>kiefergrün</translation>
    </message>
    <message>
        <source>pink</source>
        <translation>rosa</translation>
    </message>
    <message>
        <source>plum</source>
        <translation>pflaumenfarben</translation>
    </message>
    <message>
        <source>purple</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rot</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>rosenfarben</translation>
    </message>
    <message>
        <source>rose gold</source>
        <translation>roségold</translation>
    </message>
    <message>
        <source>ruby</source>
        <translation>rubinrot</translation>
    </message>
    <message>
        <source>rust</source>
        <translation>rostrot</translation>
    </message>
    <message>
        <source>sage</source>
        <translation>salbeigrün</translation>
    </message>
    <message>
        <source>salmon</source>
        <translation>lachsfarben</translation>
    </message>
    <message>
        <source>sand</source>
        <translation>sandfarben</translation>
    </message>
    <message>
        <source>sapphire</source>
        <translation>saphirblau</translation>
    </message>
    <message>
        <source>scarlet</source>
        <translation>scharlachrot</translation>
    </message>
    <message>
        <source>sepia</source>
        <translation>sepiabraun</translation>
    </message>
    <message>
        <source>silver</source>
        <translation>silbern</translation>
    </message>
    <message>
        <source>sky</source>
        <translation>himmelblau</translation>
    </message>
    <message>
        <source>slate</source>
        <translation>schiefergrau</translation>
    </message>
    <message>
        <source>tan</source>
        <translation>hellbraun</translation>
    </message>
    <message>
        <source>taupe</source>
        <translation>taupe</translation>
    </message>
    <message>
        <source>teal</source>
        <translation>blaugrün</translation>
    </message>
    <message>
        <source>terracotta</source>
        <translation>terrakottafarben</translation>
    </message>
    <message>
        <source>turquoise</source>
        <translation>türkis</translation>
    </message>
    <message>
        <source>ultramarine</source>
        <translation>ultramarinblau</translation>
    </message>
    <message>
        <source>vermilion</source>
        <translation>zinnoberrot</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>violett</translation>
    </message>
    <message>
        <source>white</source>
        <translation>weiß</translation>
    </message>
    <message>
        <source>wine</source>
        <translation>weinrot</translation>
    </message>
    <message>
        <source>yellow</source>
        <translation>gelb</translation>
    </message>
    <message>
        <source>light {0}</source>
        <translation>hell{0}</translation>
    </message>
    <message>
        <source>pale {0}</source>
        <translation>blass{0}</translation>
    </message>
    <message>
        <source>pastel {0}</source>
        <translation>pastell{0}</translation>
    </message>
    <message>
        <source>soft {0}</source>
        <translation>zart{0}</translation>
    </message>
    <message>
        <source>bright {0}</source>
        <translation>leuchtend {0}</translation>
    </message>
    <message>
        <source>vivid {0}</source>
        <translation>kräftig {0}</translation>
    </message>
    <message>
        <source>deep {0}</source>
        <translation>tief{0}</translation>
    </message>
    <message>
        <source>dark {0}</source>
        <translation>dunkel{0}</translation>
    </message>
    <message>
        <source>very dark {0}</source>
        <translation>sehr dunkel{0}</translation>
    </message>
    <message>
        <source>very light {0}</source>
        <translation>sehr hell{0}</translation>
    </message>
    <message>
        <source>rich {0}</source>
        <translation>satt {0}</translation>
    </message>
    <message>
        <source>dusty {0}</source>
        <translation>staubig {0}</translation>
    </message>
    <message>
        <source>muted {0}</source>
        <translation>gedämpft {0}</translation>
    </message>
    <message>
        <source>warm {0}</source>
        <translation>warm{0}</translation>
    </message>
    <message>
        <source>cool {0}</source>
        <translation>kühl {0}</translation>
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
    <name>engine</name>
    <message>
        <source>{source} is no usable {document}: {error}.</source>
        <translation>{source} ist als {document} nicht brauchbar: {error}.</translation>
    </message>
    <message>
        <source>Correct that field.</source>
        <translation>Dieses Feld berichtigen.</translation>
    </message>
    <message>
        <source>{source} is not JSON: {error}.</source>
        <translation>{source} ist kein JSON: {error}.</translation>
    </message>
    <message>
        <source>NaN, comments and trailing commas are not allowed.</source>
        <translation>NaN, Kommentare und Kommas am Ende sind nicht erlaubt.</translation>
    </message>
    <message>
        <source>{source} is nested too deeply.</source>
        <translation>{source} ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A plan needs only a few levels.</source>
        <translation>Ein Plan braucht nur wenige Ebenen.</translation>
    </message>
    <message>
        <source>The sharpest edges are {figure} pixels wide: the picture is blurred.</source>
        <translation>Die schärfsten Kanten sind {figure} Pixel breit: Das Bild ist unscharf.</translation>
    </message>
    <message>
        <source>Too few edges to measure their sharpness.</source>
        <translation>Zu wenige Kanten, um ihre Schärfe zu messen.</translation>
    </message>
    <message>
        <source>Noise of {figure} levels covers the picture&apos;s fine tones.</source>
        <translation>Rauschen von {figure} Stufen liegt über den feinen Tönen des Bildes.</translation>
    </message>
    <message>
        <source>Too small to measure noise.</source>
        <translation>Zu klein, um Rauschen zu messen.</translation>
    </message>
    <message>
        <source>No dead areas.</source>
        <translation>Keine toten Flächen.</translation>
    </message>
    <message>
        <source>A block of one flat value looks dead.</source>
        <translation>Ein Block mit einem einzigen Wert wirkt tot.</translation>
    </message>
    <message>
        <source>Tones break into steps over {percent} of the picture.</source>
        <translation>Auf {percent} des Bildes reißen die Töne in Stufen ab.</translation>
    </message>
    <message>
        <source>No blur, noise, banding, clipping, seams or dead areas, and no place that looks wrong.</source>
        <translation>Keine Unschärfe, kein Rauschen, keine Farbstufen, keine ausgefressenen Flächen, Nähte oder toten Bereiche, und keine Stelle, die falsch aussieht.</translation>
    </message>
    <message>
        <source>Something looks wrong here.</source>
        <translation>Hier sieht etwas falsch aus.</translation>
    </message>
    <message>
        <source>Outlines look melted here.</source>
        <translation>Hier sehen Umrisse geschmolzen aus.</translation>
    </message>
    <message>
        <source>Things look doubled here.</source>
        <translation>Hier wirken Dinge doppelt.</translation>
    </message>
    <message>
        <source>A seam shows here.</source>
        <translation>Hier ist eine Naht zu sehen.</translation>
    </message>
    <message>
        <source>A patch repeats itself here.</source>
        <translation>Hier wiederholt sich ein Stück des Bildes.</translation>
    </message>
    <message>
        <source>The surface is blotched here.</source>
        <translation>Hier ist die Fläche fleckig.</translation>
    </message>
    <message>
        <source>Smooth tones break into steps here.</source>
        <translation>Hier zerfallen weiche Verläufe in Stufen.</translation>
    </message>
    <message>
        <source>Edges have the halos of too much sharpening here.</source>
        <translation>Hier haben Kanten Säume von zu starkem Schärfen.</translation>
    </message>
    <message>
        <source>The blocks and rings of strong JPEG compression show here.</source>
        <translation>Hier zeigen sich Blöcke und Ringe starker JPEG-Kompression.</translation>
    </message>
    <message>
        <source>A fine grid lies over the picture here.</source>
        <translation>Hier liegt ein feines Gitter über dem Bild.</translation>
    </message>
    <message>
        <source>Edges have coloured fringes here.</source>
        <translation>Hier haben Kanten Farbsäume.</translation>
    </message>
    <message>
        <source>Lines are broken here.</source>
        <translation>Hier sind Linien gebrochen.</translation>
    </message>
    <message>
        <source>Detail is lost in a blur here.</source>
        <translation>Hier geht Zeichnung in Unschärfe verloren.</translation>
    </message>
    <message>
        <source>Grain lies over the picture here.</source>
        <translation>Hier liegt Korn über dem Bild.</translation>
    </message>
    <message>
        <source>Nothing is burnt out to pure white.</source>
        <translation>Nichts ist zu reinem Weiß ausgefressen.</translation>
    </message>
    <message>
        <source>A large area is burnt out to pure white.</source>
        <translation>Eine große Fläche ist zu reinem Weiß ausgefressen.</translation>
    </message>
    <message>
        <source>Nothing is crushed to pure black.</source>
        <translation>Nichts ist zu reinem Schwarz abgesoffen.</translation>
    </message>
    <message>
        <source>A large area is crushed to pure black.</source>
        <translation>Eine große Fläche ist zu reinem Schwarz abgesoffen.</translation>
    </message>
    <message>
        <source>No seams.</source>
        <translation>Keine Nähte.</translation>
    </message>
    <message>
        <source>A straight seam runs across the picture.</source>
        <translation>Eine gerade Naht läuft quer durch das Bild.</translation>
    </message>
    <message>
        <source>A straight seam runs down the picture.</source>
        <translation>Eine gerade Naht läuft senkrecht durch das Bild.</translation>
    </message>
    <message>
        <source>The roll reads {figure}°; azimuth and elevation do not show.</source>
        <translation>Die Kamera ist um {figure}° gerollt; Azimut und Höhenwinkel zeigen sich nicht.</translation>
    </message>
    <message>
        <source>The roll reads {figure}° and the elevation {figure2}°; the azimuth does not show.</source>
        <translation>Die Kamera ist um {figure}° gerollt, der Höhenwinkel ist {figure2}°; der Azimut zeigt sich nicht.</translation>
    </message>
    <message>
        <source>The camera stands as asked: elevation {figure}°, roll {figure2}°.</source>
        <translation>Die Kamera steht wie verlangt: Höhenwinkel {figure}°, Neigung {figure2}°.</translation>
    </message>
    <message>
        <source>The camera stands as asked: azimuth {figure}°, elevation {figure2}°, roll {figure3}°.</source>
        <translation>Die Kamera steht wie verlangt: Azimut {figure}°, Höhenwinkel {figure2}°, Neigung {figure3}°.</translation>
    </message>
    <message>
        <source>Nothing speaks against azimuth {figure}°, elevation {figure2}°, roll {figure3}°, but others would look alike.</source>
        <translation>Nichts spricht gegen Azimut {figure}°, Höhenwinkel {figure2}°, Neigung {figure3}°, doch andere sähen ebenso aus.</translation>
    </message>
    <message>
        <source>The azimuth is {figure}°; {figure2}° were asked for.</source>
        <translation>Der Azimut ist {figure}°; verlangt waren {figure2}°.</translation>
    </message>
    <message>
        <source>The elevation is {figure}°; {figure2}° were asked for.</source>
        <translation>Der Höhenwinkel ist {figure}°; verlangt waren {figure2}°.</translation>
    </message>
    <message>
        <source>The {noun} turns with the camera, so that its front stays in sight.</source>
        <translation>Was „{noun}“ heißt, dreht sich mit der Kamera, damit die Vorderseite zu sehen bleibt.</translation>
    </message>
    <message>
        <source>The {noun} looks the same from all around.</source>
        <translation>Rundum sieht „{noun}“ gleich aus.</translation>
    </message>
    <message>
        <source>The front and back of the {noun} look alike.</source>
        <translation>Vorder- und Rückseite von „{noun}“ sehen gleich aus.</translation>
    </message>
    <message>
        <source>Where the {noun} stands is not known: it is too small or too plain to be found.</source>
        <translation>Wo „{noun}“ steht, ist nicht bekannt: zu klein oder zu schlicht, um gefunden zu werden.</translation>
    </message>
    <message>
        <source>EasyOCR&apos;s reader for it can be added: plantain models export-critic easyocr ~/.EasyOCR/model --lang {words}.</source>
        <translation>EasyOCRs Leser dafür lässt sich hinzufügen: plantain models export-critic easyocr ~/.EasyOCR/model --lang {words}.</translation>
    </message>
    <message>
        <source>No face here draws its letters alike.</source>
        <translation>Keine Schriftart hier zeichnet ihre Buchstaben ähnlich.</translation>
    </message>
    <message>
        <source>Marks like letters stand where no text was asked for, and no reader here can spell them.</source>
        <translation>Wo kein Text verlangt war, stehen buchstabenähnliche Zeichen, die hier niemand lesen kann.</translation>
    </message>
    <message>
        <source>The logo is mirrored.</source>
        <translation>Das Logo ist gespiegelt.</translation>
    </message>
    <message>
        <source>The logo is seen from the side: whether it is stretched does not show.</source>
        <translation>Das Logo ist von der Seite zu sehen: Ob es verzerrt ist, zeigt sich nicht.</translation>
    </message>
    <message>
        <source>{subject} is {words}, {figure} from the nearest colour of the brand (CIEDE2000).</source>
        <translation>{subject}: {words}, {figure} von der nächsten Farbe der Marke entfernt (CIEDE2000).</translation>
    </message>
    <message>
        <source>{subject} is in the brand&apos;s colours for {percent}; most of the rest is {words}.</source>
        <translation>{subject}: zu {percent} in den Farben der Marke; der Rest ist größtenteils {words}.</translation>
    </message>
    <message>
        <source>Every part keeps to the brand&apos;s colours: {percent} at the least.</source>
        <translation>Jeder Teil hält sich an die Farben der Marke: mindestens zu {percent}.</translation>
    </message>
    <message>
        <source>Where the photographs in this design stand is not known.</source>
        <translation>Wo in diesem Entwurf die Fotos stehen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Which pixels should wear the brand&apos;s colours is not known.</source>
        <translation>Welche Pixel die Farben der Marke tragen sollen, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The letters of “{words}” are not found.</source>
        <translation>Die Buchstaben von „{words}“ wurden nicht gefunden.</translation>
    </message>
    <message>
        <source>The letters of “{words}” look like {words2}, not like {words3}.</source>
        <translation>Die Buchstaben von „{words}“ sehen nach {words2} aus, nicht nach {words3}.</translation>
    </message>
    <message>
        <source>“{words}” is set in {words2}.</source>
        <translation>„{words}“ ist in {words2} gesetzt.</translation>
    </message>
    <message>
        <source>Whether “{words}” is set in {words2} does not show.</source>
        <translation>Ob „{words}“ in {words2} gesetzt ist, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>There is no classifier for the safety policy, so nobody has looked. Import one in Models.</source>
        <translation>Für die Sicherheitsrichtlinie gibt es keinen Klassifikator, also hat niemand nachgesehen. Unter „Modelle“ einen importieren.</translation>
    </message>
    <message>
        <source>{words} does not know the category “{words2}”.</source>
        <translation>{words} kennt die Kategorie „{words2}“ nicht.</translation>
    </message>
    <message>
        <source>{words} sees {percent} of “{words2}”; the policy allows {percent2}.</source>
        <translation>{words} sieht {percent} „{words2}“; die Richtlinie erlaubt {percent2}.</translation>
    </message>
    <message>
        <source>Your policy blocks it.</source>
        <translation>Die eigene Richtlinie sperrt es.</translation>
    </message>
    <message>
        <source>Your policy warns of it.</source>
        <translation>Die eigene Richtlinie warnt davor.</translation>
    </message>
    <message>
        <source>The answers of {words} are no probabilities of the categories on its card.</source>
        <translation>Die Antworten von {words} sind keine Wahrscheinlichkeiten der Kategorien auf seiner Karte.</translation>
    </message>
    <message>
        <source>Correct its card.</source>
        <translation>Die Karte berichtigen.</translation>
    </message>
    <message>
        <source>The local model is not asked about this.</source>
        <translation>Danach wird das lokale Modell nicht gefragt.</translation>
    </message>
    <message>
        <source>{words} answered something else than was asked.</source>
        <translation>{words} hat etwas anderes geantwortet, als gefragt war.</translation>
    </message>
    <message>
        <source>{words} cannot see it.</source>
        <translation>{words} kann es nicht erkennen.</translation>
    </message>
    <message>
        <source>{words} contradicts itself when it is asked twice.</source>
        <translation>{words} widerspricht sich, wenn es zweimal gefragt wird.</translation>
    </message>
    <message>
        <source>{words} sees it from that side; by how many degrees nobody has measured.</source>
        <translation>{words} sieht es von dieser Seite; um wie viel Grad, hat niemand gemessen.</translation>
    </message>
    <message>
        <source>{words}, asked twice, says yes.</source>
        <translation>{words}, zweimal gefragt, sagt Ja.</translation>
    </message>
    <message>
        <source>{words}, asked twice, says no.</source>
        <translation>{words}, zweimal gefragt, sagt Nein.</translation>
    </message>
    <message>
        <source>That is an opinion and no measurement.</source>
        <translation>Das ist eine Meinung und keine Messung.</translation>
    </message>
    <message>
        <source>{words} gave no answer.</source>
        <translation>{words} hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>What {words} answers cannot be read.</source>
        <translation>Was {words} antwortet, kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Ask another model.</source>
        <translation>Ein anderes Modell fragen.</translation>
    </message>
    <message>
        <source>“{words}” is no address on this computer.</source>
        <translation>„{words}“ ist keine Adresse auf diesem Computer.</translation>
    </message>
    <message>
        <source>Only http://127.0.0.1, http://[::1] and http://localhost are asked, as in http://127.0.0.1:11434/v1.</source>
        <translation>Gefragt werden nur http://127.0.0.1, http://[::1] und http://localhost, etwa http://127.0.0.1:11434/v1.</translation>
    </message>
    <message>
        <source>{words} did not answer within {figure} seconds.</source>
        <translation>{words} hat binnen {figure} Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <source>{words} broke off.</source>
        <translation>{words} hat abgebrochen.</translation>
    </message>
    <message>
        <source>No server answers at {words}.</source>
        <translation>Unter {words} antwortet kein Server.</translation>
    </message>
    <message>
        <source>{words} points to another address, which is not asked.</source>
        <translation>{words} verweist auf eine andere Adresse, die nicht gefragt wird.</translation>
    </message>
    <message>
        <source>{words} answers with more than {figure} MB.</source>
        <translation>{words} antwortet mit mehr als {figure} MB.</translation>
    </message>
    <message>
        <source>{words} answers with the error {figure}.</source>
        <translation>{words} antwortet mit dem Fehler {figure}.</translation>
    </message>
    <message>
        <source>See to that server, or switch the second opinion off.</source>
        <translation>Nach diesem Server sehen oder die zweite Meinung ausschalten.</translation>
    </message>
    <message>
        <source>There are too few pixels to compare with the reference.</source>
        <translation>Es sind zu wenige Pixel, um sie mit der Referenz zu vergleichen.</translation>
    </message>
    <message>
        <source>That neither confirms nor denies it.</source>
        <translation>Das bestätigt es nicht und widerlegt es nicht.</translation>
    </message>
    <message>
        <source>{figure} marks and {percent} of the colours are those of the reference.</source>
        <translation>{figure} Merkmale und {percent} der Farben sind die der Referenz.</translation>
    </message>
    <message>
        <source>It differs from the reference by ΔE {figure} on average.</source>
        <translation>Es weicht im Mittel um ΔE {figure} von der Referenz ab.</translation>
    </message>
    <message>
        <source>The network {words} cannot be read ({error}).</source>
        <translation>Das Netz {words} lässt sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The network {words} is not the one its card names.</source>
        <translation>Das Netz {words} ist nicht das, das seine Karte nennt.</translation>
    </message>
    <message>
        <source>The network {words} takes {words2}.</source>
        <translation>Das Netz {words} nimmt {words2} entgegen.</translation>
    </message>
    <message>
        <source>The network {words} gave {words2} instead of {words3}.</source>
        <translation>Das Netz {words} lieferte {words2} statt {words3}.</translation>
    </message>
    <message>
        <source>The network {words} gave what are no numbers.</source>
        <translation>Das Netz {words} lieferte keine gültigen Zahlen.</translation>
    </message>
    <message>
        <source>The network {words} takes no {words2} of the shape {words3}.</source>
        <translation>Das Netz {words} nimmt kein {words2} der Form {words3} entgegen.</translation>
    </message>
    <message>
        <source>{words} runs on the processor, because {words2} failed ({error}).</source>
        <translation>{words} läuft auf dem Prozessor, weil {words2} versagt hat ({error}).</translation>
    </message>
    <message>
        <source>The network {words} stopped: {error}.</source>
        <translation>Das Netz {words} ist stehen geblieben: {error}.</translation>
    </message>
    <message>
        <source>The network {words} cannot be used ({error}).</source>
        <translation>Das Netz {words} lässt sich nicht verwenden ({error}).</translation>
    </message>
    <message>
        <source>Install or import it again.</source>
        <translation>Installieren oder importieren Sie es neu.</translation>
    </message>
    <message>
        <source>The detector finds the {noun}: {percent}.</source>
        <translation>Der Detektor findet „{noun}“: {percent}.</translation>
    </message>
    <message>
        <source>The detector finds no {noun}: {percent} at most.</source>
        <translation>Der Detektor findet „{noun}“ nicht: höchstens {percent}.</translation>
    </message>
    <message>
        <source>The detector counts {figure} × {noun}.</source>
        <translation>Der Detektor zählt {figure} × „{noun}“.</translation>
    </message>
    <message>
        <source>The detector counts {figure} × {noun} where {figure2} were asked for.</source>
        <translation>Der Detektor zählt {figure} × „{noun}“; verlangt waren {figure2}.</translation>
    </message>
    <message>
        <source>“{words}” fits the picture with a probability of {percent}.</source>
        <translation>„{words}“ passt mit einer Wahrscheinlichkeit von {percent} zum Bild.</translation>
    </message>
    <message>
        <source>“{words}” fits the picture better than other styles with a probability of {percent}.</source>
        <translation>„{words}“ passt mit einer Wahrscheinlichkeit von {percent} besser zum Bild als andere Stile.</translation>
    </message>
    <message>
        <source>No network that compares pictures with words is installed.</source>
        <translation>Kein Netz, das Bilder mit Worten vergleicht, ist installiert.</translation>
    </message>
    <message>
        <source>There are no words to compare the picture with.</source>
        <translation>Es gibt keine Worte, mit denen das Bild zu vergleichen wäre.</translation>
    </message>
    <message>
        <source>It is like the reference to {percent} for the network {words}.</source>
        <translation>Für das Netz {words} gleicht es der Vorlage zu {percent}.</translation>
    </message>
    <message>
        <source>No network that compares things is installed.</source>
        <translation>Kein Netz, das Dinge vergleicht, ist installiert.</translation>
    </message>
    <message>
        <source>No detail that could repeat.</source>
        <translation>Keine Einzelheiten, die sich wiederholen könnten.</translation>
    </message>
    <message>
        <source>The picture repeats itself like tiles.</source>
        <translation>Das Bild wiederholt sich wie Kacheln.</translation>
    </message>
    <message>
        <source>“{words}” names no colour that can be measured.</source>
        <translation>„{words}“ ist keine Farbe, die sich messen lässt.</translation>
    </message>
    <message>
        <source>Which pixels are the {noun}&apos;s own is not known.</source>
        <translation>Welche Pixel zu „{noun}“ gehören, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{subject} is {words}, {figure} from {words2} (CIEDE2000).</source>
        <translation>{subject} ist {words}, {figure} entfernt von {words2} (CIEDE2000).</translation>
    </message>
    <message>
        <source>{subject} is {colour}: {percent} of it.</source>
        <translation>{subject} ist {colour}: {percent} davon.</translation>
    </message>
    <message>
        <source>{subject} looks {colour}, not {colour2}.</source>
        <translation>{subject} wirkt {colour}, nicht {colour2}.</translation>
    </message>
    <message>
        <source>{subject} is only {percent} {colour}.</source>
        <translation>{subject} ist nur zu {percent} {colour}.</translation>
    </message>
    <message>
        <source>{subject} cannot be seen.</source>
        <translation>{subject} ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>{subject} is cut off at the {side}.</source>
        <translation>{subject} ist am {side} Rand abgeschnitten.</translation>
    </message>
    <message>
        <source>{subject} is away from its planned place.</source>
        <translation>{subject} steht nicht am geplanten Platz.</translation>
    </message>
    <message>
        <source>{subject} is whole and in its place.</source>
        <translation>{subject} ist ganz zu sehen und am Platz.</translation>
    </message>
    <message>
        <source>Where the {noun} stands is not known: there is no mask.</source>
        <translation>Wo „{noun}“ steht, ist nicht bekannt: Es gibt keine Maske.</translation>
    </message>
    <message>
        <source>No {noun} can be seen, so it cannot be in its place.</source>
        <translation>„{noun}“ ist nicht zu sehen und kann also nicht am Platz sein.</translation>
    </message>
    <message>
        <source>Whether it is {relation} the other cannot be seen or measured.</source>
        <translation>Ob es {relation} dem anderen ist, lässt sich nicht sehen oder messen.</translation>
    </message>
    <message>
        <source>The {noun} is {relation} the {noun2}.</source>
        <translation>„{noun}“ ist {relation} „{noun2}“.</translation>
    </message>
    <message>
        <source>The {noun} is not {relation} the {noun2}: it is off by {percent} of the picture.</source>
        <translation>„{noun}“ ist nicht {relation} „{noun2}“: Es liegt um {percent} des Bildes daneben.</translation>
    </message>
    <message>
        <source>This picture brings no element masks, and no detector for them is installed.</source>
        <translation>Dieses Bild bringt keine Masken mit, und es ist kein Detektor für seine Elemente installiert.</translation>
    </message>
    <message>
        <source>Things that touch or hide each other are not counted: no detector for them is installed.</source>
        <translation>Dinge, die sich berühren oder verdecken, lassen sich nicht zählen: Kein Detektor dafür ist installiert.</translation>
    </message>
    <message>
        <source>The {noun} is visible.</source>
        <translation>„{noun}“ ist zu sehen.</translation>
    </message>
    <message>
        <source>No {noun} can be seen where it should stand.</source>
        <translation>„{noun}“ ist dort, wo es stehen sollte, nicht zu sehen.</translation>
    </message>
    <message>
        <source>Something that may be the {noun} stands on a plain ground.</source>
        <translation>Auf glattem Grund steht etwas, das „{noun}“ sein könnte.</translation>
    </message>
    <message>
        <source>{figure} × {noun}.</source>
        <translation>{figure} × {noun}.</translation>
    </message>
    <message>
        <source>{figure} × {noun} where {figure2} were asked for.</source>
        <translation>{figure} × {noun}, verlangt: {figure2}.</translation>
    </message>
    <message>
        <source>{figure} × {figure2} pixels.</source>
        <translation>{figure} × {figure2} Pixel.</translation>
    </message>
    <message>
        <source>{figure} × {figure2} pixels; {words} were asked for.</source>
        <translation>{figure} × {figure2} Pixel, verlangt: {words}.</translation>
    </message>
    <message>
        <source>“{words}” is in a script that no reader here knows.</source>
        <translation>„{words}“ ist in einer Schrift, die hier niemand lesen kann.</translation>
    </message>
    <message>
        <source>Missing: “{words}” cannot be seen.</source>
        <translation>Fehlt: „{words}“ ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Nothing else is written.</source>
        <translation>Sonst steht nichts geschrieben.</translation>
    </message>
    <message>
        <source>Stray text: {words} was not asked for.</source>
        <translation>Zu viel Text: {words} war nicht verlangt.</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {article} {letter} is missing.</source>
        <translation>Falsch geschrieben: Da steht „{words}“; es fehlt {letter}.</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {article} {letter} too many.</source>
        <translation>Falsch geschrieben: Da steht „{words}“; {letter} ist zu viel.</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {article} {letter} stands where {article2} {letter2} belongs.</source>
        <translation>Falsch geschrieben: Da steht „{words}“; {letter} steht anstelle von {letter2}.</translation>
    </message>
    <message>
        <source>Misspelt: reads “{words}”; {figure} letters are wrong.</source>
        <translation>Falsch geschrieben: Da steht „{words}“; {figure} Buchstaben sind falsch.</translation>
    </message>
    <message>
        <source>Misspelt: the words of “{words}” run together.</source>
        <translation>Falsch geschrieben: Die Wörter von „{words}“ laufen zusammen.</translation>
    </message>
    <message>
        <source>Missing: no letters stand where “{words}” should.</source>
        <translation>Fehlt: Wo „{words}“ stehen sollte, stehen keine Buchstaben.</translation>
    </message>
    <message>
        <source>Damaged letter: something else is written or drawn over “{words}”.</source>
        <translation>Beschädigter Buchstabe: Über „{words}“ ist etwas anderes geschrieben oder gezeichnet.</translation>
    </message>
    <message>
        <source>Too small: the capitals of “{words}” are {figure} pixels high, {figure2} are needed.</source>
        <translation>Zu klein: Die Großbuchstaben von „{words}“ sind {figure} Pixel hoch, nötig sind {figure2}.</translation>
    </message>
    <message>
        <source>Low contrast: “{words}” stands {figure} : 1 against its ground, {figure2} : 1 is needed.</source>
        <translation>Wenig Kontrast: „{words}“ steht mit {figure} : 1 auf seinem Grund, nötig ist {figure2} : 1.</translation>
    </message>
    <message>
        <source>Unreadable: nothing can be read where “{words}” should stand.</source>
        <translation>Unleserlich: Wo „{words}“ stehen sollte, ist nichts zu lesen.</translation>
    </message>
    <message>
        <source>Unreadable: it reads “{words}” where “{words2}” should stand.</source>
        <translation>Unleserlich: Da steht „{words}“, wo „{words2}“ stehen sollte.</translation>
    </message>
    <message>
        <source>Damaged letter: the {letter} in “{words}” is not whole.</source>
        <translation>Beschädigter Buchstabe: {letter} in „{words}“ ist nicht ganz.</translation>
    </message>
    <message>
        <source>Damaged letter: a letter in “{words}” is not whole.</source>
        <translation>Beschädigter Buchstabe: Ein Buchstabe in „{words}“ ist nicht ganz.</translation>
    </message>
    <message>
        <source>Reads “{words}”; its capitals are {figure} pixels high, its contrast is {figure2} : 1.</source>
        <translation>Da steht „{words}“; die Großbuchstaben sind {figure} Pixel hoch, der Kontrast ist {figure2} : 1.</translation>
    </message>
    <message>
        <source>The {kind} critic failed: {sentence}</source>
        <translation>Die Prüfung „{kind}“ ist gescheitert: {sentence}</translation>
    </message>
    <message>
        <source>No critic for this is installed, so nobody has looked.</source>
        <translation>Hierfür ist keine Prüfung installiert, also hat niemand nachgesehen.</translation>
    </message>
    <message>
        <source>No renderer here can draw: {things}.</source>
        <translation>Das kann hier kein Renderer zeichnen: {things}.</translation>
    </message>
    <message>
        <source>There is no colour to give to {words}.</source>
        <translation>Es gibt keine Farbe für {words}.</translation>
    </message>
    <message>
        <source>Shift the colour of the {noun} to {colour}.</source>
        <translation>Die Farbe von „{noun}“ zu {colour} verschieben.</translation>
    </message>
    <message>
        <source>Render this region again.</source>
        <translation>Diesen Bereich neu rendern.</translation>
    </message>
    <message>
        <source>Another seed needs a renderer.</source>
        <translation>Ein anderer Seed braucht einen Renderer.</translation>
    </message>
    <message>
        <source>Render everything with seed {words}.</source>
        <translation>Alles mit dem Seed {words} rendern.</translation>
    </message>
    <message>
        <source>An edited plan needs a renderer.</source>
        <translation>Ein geänderter Plan braucht einen Renderer.</translation>
    </message>
    <message>
        <source>Come closer.</source>
        <translation>Näher herangehen.</translation>
    </message>
    <message>
        <source>Step back.</source>
        <translation>Zurücktreten.</translation>
    </message>
    <message>
        <source>Turn the text to the camera.</source>
        <translation>Den Text zur Kamera drehen.</translation>
    </message>
    <message>
        <source>Turn the text straight to the camera.</source>
        <translation>Den Text ganz zur Kamera drehen.</translation>
    </message>
    <message>
        <source>Move the camera off the highlight.</source>
        <translation>Die Kamera vom Glanzlicht wegbewegen.</translation>
    </message>
    <message>
        <source>Look from higher up, so that nothing is hidden.</source>
        <translation>Von weiter oben schauen, damit nichts verdeckt ist.</translation>
    </message>
    <message>
        <source>Make the {noun} larger.</source>
        <translation>„{noun}“ größer machen.</translation>
    </message>
    <message>
        <source>Make the {noun} smaller.</source>
        <translation>„{noun}“ kleiner machen.</translation>
    </message>
    <message>
        <source>Light the scene with {light} light.</source>
        <translation>Die Szene mit dem Licht „{light}“ beleuchten.</translation>
    </message>
    <message>
        <source>Print “{words}” in a stronger shade.</source>
        <translation>„{words}“ in einem kräftigeren Ton drucken.</translation>
    </message>
    <message>
        <source>Print “{words}” in {colour}.</source>
        <translation>„{words}“ in {colour} drucken.</translation>
    </message>
    <message>
        <source>Set “{words}” {figure} times as large.</source>
        <translation>„{words}“ {figure}-mal so groß setzen.</translation>
    </message>
    <message>
        <source>Set “{words}” anew.</source>
        <translation>„{words}“ neu setzen.</translation>
    </message>
    <message>
        <source>Take the stray writing off.</source>
        <translation>Die überzählige Schrift entfernen.</translation>
    </message>
    <message>
        <source>There is no place to set the text in.</source>
        <translation>Es gibt keinen Platz für den Text.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Nichts ist ausgewählt.</translation>
    </message>
    <message>
        <source>Select a region first.</source>
        <translation>Zuerst einen Bereich auswählen.</translation>
    </message>
    <message>
        <source>Of “{words}” nothing was understood.</source>
        <translation>Von „{words}“ wurde nichts verstanden.</translation>
    </message>
    <message>
        <source>Name a colour, a material, or new words in quotes.</source>
        <translation>Eine Farbe, ein Material oder neuen Text in Anführungszeichen angeben (auf Englisch).</translation>
    </message>
    <message>
        <source>Render the selection again.</source>
        <translation>Die Auswahl neu rendern.</translation>
    </message>
    <message>
        <source>Render the selection again, as it was planned.</source>
        <translation>Die Auswahl neu rendern, wie sie geplant war.</translation>
    </message>
    <message>
        <source>Render the selection again: {words}.</source>
        <translation>Die Auswahl neu rendern: {words}.</translation>
    </message>
    <message>
        <source>Write “{words}”.</source>
        <translation>„{words}“ schreiben.</translation>
    </message>
    <message>
        <source>Make the {noun} {colour}.</source>
        <translation>„{noun}“ {colour} machen.</translation>
    </message>
    <message>
        <source>There is no file {words}.</source>
        <translation>Es gibt keine Datei {words}.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Name und Ordner überprüfen.</translation>
    </message>
    <message>
        <source>{words} is a folder.</source>
        <translation>{words} ist ein Ordner.</translation>
    </message>
    <message>
        <source>Name a picture file.</source>
        <translation>Eine Bilddatei angeben.</translation>
    </message>
    <message>
        <source>{words} has more than {figure} megapixels.</source>
        <translation>{words} hat mehr als {figure} Megapixel.</translation>
    </message>
    <message>
        <source>Make it smaller first.</source>
        <translation>Erst verkleinern.</translation>
    </message>
    <message>
        <source>{words} is no picture that can be read.</source>
        <translation>{words} ist kein Bild, das sich lesen lässt.</translation>
    </message>
    <message>
        <source>Use {words}.</source>
        <translation>{words} verwenden.</translation>
    </message>
    <message>
        <source>{words} is damaged or cannot be read ({error}).</source>
        <translation>{words} ist beschädigt oder lässt sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>Save it anew in the program it comes from.</source>
        <translation>In dem Programm neu speichern, aus dem es stammt.</translation>
    </message>
    <message>
        <source>{words} is animated or has several pages.</source>
        <translation>{words} ist animiert oder hat mehrere Seiten.</translation>
    </message>
    <message>
        <source>Save the one you mean as a picture of its own.</source>
        <translation>Das gemeinte Bild einzeln speichern.</translation>
    </message>
    <message>
        <source>{words} has more than 16 bits a channel.</source>
        <translation>{words} hat mehr als 16 Bit je Kanal.</translation>
    </message>
    <message>
        <source>Save a copy with 8 or 16 bits a channel.</source>
        <translation>Eine Kopie mit 8 oder 16 Bit je Kanal speichern.</translation>
    </message>
    <message>
        <source>“{words}” has no picture format to write.</source>
        <translation>„{words}“ hat kein Bildformat, das geschrieben werden kann.</translation>
    </message>
    <message>
        <source>End it in {words}.</source>
        <translation>Enden muss der Name auf {words}.</translation>
    </message>
    <message>
        <source>Name a file in it.</source>
        <translation>Eine Datei darin angeben.</translation>
    </message>
    <message>
        <source>There is no folder {words}.</source>
        <translation>Es gibt keinen Ordner {words}.</translation>
    </message>
    <message>
        <source>Make it first or choose another.</source>
        <translation>Erst anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>{words} cannot be written.</source>
        <translation>{words} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Einen Ordner mit Schreibrecht wählen.</translation>
    </message>
    <message>
        <source>{words} is no file.</source>
        <translation>{words} ist keine Datei.</translation>
    </message>
    <message>
        <source>Save the picture in a file and name that.</source>
        <translation>Speichern Sie das Bild in einer Datei und geben Sie diese an.</translation>
    </message>
    <message>
        <source>{words} cannot be opened ({error}).</source>
        <translation>{words} kann nicht geöffnet werden ({error}).</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Prüfen Sie, ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>{words} could not be written ({error}).</source>
        <translation>{words} konnte nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>Free some space or choose another folder.</source>
        <translation>Platz schaffen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The font file {words} cannot be read ({error}).</source>
        <translation>Die Schriftdatei {words} lässt sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>The font file {words} is no usable font.</source>
        <translation>Die Schriftdatei {words} ist keine brauchbare Schrift.</translation>
    </message>
    <message>
        <source>Name a .ttf or .otf file.</source>
        <translation>Eine .ttf- oder .otf-Datei angeben.</translation>
    </message>
    <message>
        <source>No one font on this computer has all the scripts of that text.</source>
        <translation>Keine einzelne Schriftart auf diesem Computer hat alle Schriften dieses Textes.</translation>
    </message>
    <message>
        <source>Give each script a text of its own.</source>
        <translation>Jeder Schrift einen eigenen Text geben.</translation>
    </message>
    <message>
        <source>No font on this computer has {script} letters such as “{words}”.</source>
        <translation>Keine Schriftart auf diesem Computer hat Buchstaben wie „{words}“.</translation>
    </message>
    <message>
        <source>Install one, or leave them out.</source>
        <translation>Eine installieren oder die Buchstaben weglassen.</translation>
    </message>
    <message>
        <source>No font on this computer has “{words}” ({script}).</source>
        <translation>Keine Schriftart auf diesem Computer hat das Zeichen „{words}“.</translation>
    </message>
    <message>
        <source>Install one that has it, or leave it out.</source>
        <translation>Eine mit dem Zeichen installieren oder es weglassen.</translation>
    </message>
    <message>
        <source>A text has no letters that can be seen.</source>
        <translation>Ein Text hat keine sichtbaren Buchstaben.</translation>
    </message>
    <message>
        <source>The text “{words}” has no letters that can be seen.</source>
        <translation>Der Text „{words}“ hat keine sichtbaren Buchstaben.</translation>
    </message>
    <message>
        <source>Put letters between the quotation marks.</source>
        <translation>Buchstaben zwischen die Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>There is no quality {words}.</source>
        <translation>Die Qualität {words} gibt es nicht.</translation>
    </message>
    <message>
        <source>Use 1 to 100.</source>
        <translation>1 bis 100 verwenden.</translation>
    </message>
    <message>
        <source>There is a file {words} already.</source>
        <translation>Die Datei {words} gibt es schon.</translation>
    </message>
    <message>
        <source>Choose an empty folder or another name.</source>
        <translation>Einen leeren Ordner oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>“{words}” has no format to export.</source>
        <translation>„{words}“ hat kein Format, in das exportiert werden kann.</translation>
    </message>
    <message>
        <source>A picture cannot be scaled by {words}.</source>
        <translation>Ein Bild kann nicht um {words} skaliert werden.</translation>
    </message>
    <message>
        <source>Use 0.001 to 100.</source>
        <translation>0,001 bis 100 verwenden.</translation>
    </message>
    <message>
        <source>{words} is too large for a {words2} file.</source>
        <translation>{words} ist zu groß für eine {words2}-Datei.</translation>
    </message>
    <message>
        <source>Export it smaller or in another format.</source>
        <translation>Kleiner oder in einem anderen Format exportieren.</translation>
    </message>
    <message>
        <source>The picture of round {figure} is not in this document.</source>
        <translation>Das Bild von Runde {figure} ist nicht in diesem Dokument.</translation>
    </message>
    <message>
        <source>Export another round, or render it anew.</source>
        <translation>Eine andere Runde exportieren oder neu rendern.</translation>
    </message>
    <message>
        <source>The thresholds file {words} cannot be used ({error}).</source>
        <translation>Die Datei {words} mit den Grenzwerten ist nicht brauchbar ({error}).</translation>
    </message>
    <message>
        <source>Correct or delete it.</source>
        <translation>Die Datei berichtigen oder löschen.</translation>
    </message>
    <message>
        <source>There is no renderer {words} in this installation.</source>
        <translation>Den Renderer {words} gibt es in dieser Installation nicht.</translation>
    </message>
    <message>
        <source>Use auto or {words}.</source>
        <translation>auto oder {words} verwenden.</translation>
    </message>
    <message>
        <source>A connection to {words} was refused.</source>
        <translation>Eine Verbindung zu {words} wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Plantain works offline; report what tried this.</source>
        <translation>Plantain arbeitet offline; bitte melden, was das versucht hat.</translation>
    </message>
    <message>
        <source>The computer ran out of memory. Choose a smaller size or close other programs.</source>
        <translation>Der Arbeitsspeicher reicht nicht aus. Eine kleinere Größe wählen oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>{words} is not there.</source>
        <translation>{words} ist nicht da.</translation>
    </message>
    <message>
        <source>Name a .plantain document.</source>
        <translation>Ein .plantain-Dokument angeben.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{words} cannot be written ({error}).</source>
        <translation>{words} kann nicht geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>The trace in this document names a round that is not there.</source>
        <translation>Das Protokoll in diesem Dokument nennt eine Runde, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Open an older copy of it.</source>
        <translation>Eine ältere Kopie davon öffnen.</translation>
    </message>
    <message>
        <source>“{words}”: {sentence}</source>
        <translation>„{words}“: {sentence}</translation>
    </message>
    <message>
        <source>{words} is open in another window.</source>
        <translation>{words} ist in einem anderen Fenster geöffnet.</translation>
    </message>
    <message>
        <source>Close it there first, or open a copy.</source>
        <translation>Erst dort schließen oder eine Kopie öffnen.</translation>
    </message>
    <message>
        <source>{words} is no Plantain document.</source>
        <translation>{words} ist kein Plantain-Dokument.</translation>
    </message>
    <message>
        <source>Open a file that ends in .plantain, or a picture.</source>
        <translation>Eine Datei mit der Endung .plantain oder ein Bild öffnen.</translation>
    </message>
    <message>
        <source>The disk is full, so {words} could not be saved.</source>
        <translation>Der Datenträger ist voll, deshalb konnte {words} nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Free some space and save again; what was saved before is safe.</source>
        <translation>Platz schaffen und noch einmal speichern; was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>{words} is write-protected, or its folder is.</source>
        <translation>{words} oder der Ordner ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Save it under another name or in another folder.</source>
        <translation>Unter anderem Namen oder in einem anderen Ordner speichern.</translation>
    </message>
    <message>
        <source>{words} could not be read or written ({error}).</source>
        <translation>{words} konnte nicht gelesen oder geschrieben werden ({error}).</translation>
    </message>
    <message>
        <source>Check that the disk is connected and has space, then save again; what was saved before is safe.</source>
        <translation>Prüfen, ob der Datenträger verbunden ist und Platz hat, und noch einmal speichern; was vorher gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>{words} is damaged.</source>
        <translation>{words} ist beschädigt.</translation>
    </message>
    <message>
        <source>This is no Plantain document.</source>
        <translation>Das ist kein Plantain-Dokument.</translation>
    </message>
    <message>
        <source>This document was made by a newer Plantain.</source>
        <translation>Dieses Dokument stammt von einem neueren Plantain.</translation>
    </message>
    <message>
        <source>Update Plantain to open it.</source>
        <translation>Zum Öffnen Plantain aktualisieren.</translation>
    </message>
    <message>
        <source>This document holds something that Plantain did not put there.</source>
        <translation>Dieses Dokument enthält etwas, das Plantain nicht hineingelegt hat.</translation>
    </message>
    <message>
        <source>This document is damaged.</source>
        <translation>Dieses Dokument ist beschädigt.</translation>
    </message>
    <message>
        <source>This document is larger than Plantain makes any.</source>
        <translation>Dieses Dokument ist größer, als Plantain je eines anlegt.</translation>
    </message>
    <message>
        <source>A text holds half a character, which cannot be stored.</source>
        <translation>Ein Text enthält ein halbes Zeichen, das sich nicht speichern lässt.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Den Text noch einmal eingeben.</translation>
    </message>
    <message>
        <source>The pictures in this document are damaged.</source>
        <translation>Die Bilder in diesem Dokument sind beschädigt.</translation>
    </message>
    <message>
        <source>The camera is rolled by {figure}°; {figure2}° were asked for.</source>
        <translation>Die Kamera ist um {figure}° gerollt; verlangt waren {figure2}°.</translation>
    </message>
    <message>
        <source>A picture in this document has an impossible shape.</source>
        <translation>Ein Bild in diesem Dokument hat unmögliche Maße.</translation>
    </message>
    <message>
        <source>The trace in {words} is damaged.</source>
        <translation>Das Protokoll in {words} ist beschädigt.</translation>
    </message>
    <message>
        <source>The picture itself can still be checked.</source>
        <translation>Das Bild selbst kann trotzdem geprüft werden.</translation>
    </message>
    <message>
        <source>The picture came out black: the VAE overflowed in half precision. It is drawn again with the VAE in full.</source>
        <translation>Das Bild kam schwarz heraus: Die VAE lief in halber Genauigkeit über. Es wird mit der VAE in voller Genauigkeit noch einmal gezeichnet.</translation>
    </message>
    <message>
        <source>{words} gave no picture: its numbers overflowed in {words2}.</source>
        <translation>{words} ergab kein Bild: Die Zahlen liefen in {words2} über.</translation>
    </message>
    <message>
        <source>Take a lower guidance scale, leave the LoRAs out, set another precision in diffusion.toml, or check the model with `plantain models verify`.</source>
        <translation>Eine niedrigere Guidance Scale nehmen, die LoRAs weglassen, in diffusion.toml eine andere Genauigkeit (precision) setzen oder das Modell mit `plantain models verify` prüfen.</translation>
    </message>
    <message>
        <source>{words} has no scheduler {words2}.</source>
        <translation>{words} hat keinen Scheduler {words2}.</translation>
    </message>
    <message>
        <source>It takes {words}.</source>
        <translation>Möglich sind {words}.</translation>
    </message>
    <message>
        <source>{words} is a denoiser without text encoders and VAE, and no whole model of its family is in the library.</source>
        <translation>{words} ist ein Entrauscher ohne Textencoder und VAE, und in der Bibliothek ist kein ganzes Modell seiner Familie.</translation>
    </message>
    <message>
        <source>Import a diffusers folder of the same family; its text encoders and VAE serve this one too.</source>
        <translation>Einen diffusers-Ordner derselben Familie importieren; dessen Textencoder und VAE dienen auch diesem.</translation>
    </message>
    <message>
        <source>{words} is a whole model in one file, and its configuration is not part of the file.</source>
        <translation>{words} ist ein ganzes Modell in einer Datei, und seine Konfiguration steht nicht darin.</translation>
    </message>
    <message>
        <source>Import a diffusers folder of the same family; its configuration serves this one too.</source>
        <translation>Einen diffusers-Ordner derselben Familie importieren; dessen Konfiguration dient auch diesem.</translation>
    </message>
    <message>
        <source>{words} is no longer at {words2}.</source>
        <translation>{words} ist nicht mehr unter {words2}.</translation>
    </message>
    <message>
        <source>{words} is {words2}, which is not drawn here.</source>
        <translation>{words} gehört zu {words2}; diese Familie wird hier nicht gezeichnet.</translation>
    </message>
    <message>
        <source>Put it back, or choose another model.</source>
        <translation>Zurücklegen oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>“{words}” only goes over pictures that SDXL drew.</source>
        <translation>„{words}“ überarbeitet nur Bilder, die SDXL gemalt hat.</translation>
    </message>
    <message>
        <source>Choose SDXL itself.</source>
        <translation>Wählen Sie SDXL selbst.</translation>
    </message>
    <message>
        <source>“{words}” is a FLUX.1 that only draws after a picture of depth or edges.</source>
        <translation>„{words}“ ist ein FLUX.1, das nur nach einem Tiefen- oder Kantenbild malt.</translation>
    </message>
    <message>
        <source>Choose FLUX.1 itself, with a ControlNet for FLUX.1 to follow such a picture.</source>
        <translation>Wählen Sie FLUX.1 selbst, mit einem ControlNet für FLUX.1, um einem solchen Bild zu folgen.</translation>
    </message>
    <message>
        <source>“{words}” is Kolors in one file, which is not read.</source>
        <translation>„{words}“ ist Kolors in einer Datei; das wird nicht gelesen.</translation>
    </message>
    <message>
        <source>Import the diffusers folder of Kolors.</source>
        <translation>Importieren Sie den diffusers-Ordner von Kolors.</translation>
    </message>
    <message>
        <source>ONNX Runtime does not run on a device {words} here.</source>
        <translation>ONNX Runtime läuft hier nicht auf einem Gerät {words}.</translation>
    </message>
    <message>
        <source>Use auto or one of: {words}; or another renderer.</source>
        <translation>Nehmen Sie auto oder eines von: {words}; oder einen anderen Renderer.</translation>
    </message>
    <message>
        <source>{words} has no way to work {mode}.</source>
        <translation>{words} kann nicht {mode} arbeiten.</translation>
    </message>
    <message>
        <source>Choose a model of another family for this.</source>
        <translation>Hierfür ein Modell einer anderen Familie wählen.</translation>
    </message>
    <message>
        <source>{words} is not whole: {words2} is missing.</source>
        <translation>{words} ist nicht vollständig: Es fehlt {words2}.</translation>
    </message>
    <message>
        <source>Import or download it again.</source>
        <translation>Noch einmal importieren oder herunterladen.</translation>
    </message>
    <message>
        <source>Import it again from where it came, with all of its files.</source>
        <translation>Mit allen Dateien noch einmal von der Quelle importieren.</translation>
    </message>
    <message>
        <source>The {words} renderer {fate}. It was started again and draws the picture anew.</source>
        <translation>Der Renderer {words} {fate}. Er wurde neu gestartet und zeichnet das Bild noch einmal.</translation>
    </message>
    <message>
        <source>The {words} renderer {fate}, twice in a row.</source>
        <translation>Der Renderer {words} {fate}, zweimal hintereinander.</translation>
    </message>
    <message>
        <source>Try a smaller size, another model or another renderer.</source>
        <translation>Eine kleinere Größe, ein anderes Modell oder einen anderen Renderer versuchen.</translation>
    </message>
    <message>
        <source>The process of the {words} renderer cannot be started ({error}).</source>
        <translation>Der Prozess des Renderers {words} lässt sich nicht starten ({error}).</translation>
    </message>
    <message>
        <source>Close other programs.</source>
        <translation>Andere Programme schließen.</translation>
    </message>
    <message>
        <source>The design has room for {figure} pictures.</source>
        <translation>Im Entwurf ist Platz für {figure} Bilder.</translation>
    </message>
    <message>
        <source>Give as many; there are {figure}.</source>
        <translation>So viele angeben; es sind {figure}.</translation>
    </message>
    <message>
        <source>The path tracer stopped: {error}.</source>
        <translation>Der Pathtracer ist stehen geblieben: {error}.</translation>
    </message>
    <message>
        <source>Try a smaller size or a lower quality.</source>
        <translation>Eine kleinere Größe oder eine niedrigere Qualität versuchen.</translation>
    </message>
    <message>
        <source>The denoiser stopped: {error}.</source>
        <translation>Der Entrauscher ist stehen geblieben: {error}.</translation>
    </message>
    <message>
        <source>Try a smaller size.</source>
        <translation>Eine kleinere Größe versuchen.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <source>Describe what the picture should show.</source>
        <translation>Beschreiben, was das Bild zeigen soll.</translation>
    </message>
    <message>
        <source>The prompt has {figure} characters; at most {figure2} can be planned.</source>
        <translation>Der Prompt hat {figure} Zeichen; höchstens {figure2} können geplant werden.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Den Prompt kürzen.</translation>
    </message>
    <message>
        <source>The prompt holds the control character U+{words} at position {figure}.</source>
        <translation>Der Prompt enthält an Stelle {figure} das Steuerzeichen U+{words}.</translation>
    </message>
    <message>
        <source>Remove it.</source>
        <translation>Das Zeichen entfernen.</translation>
    </message>
    <message>
        <source>Its texts are not those of the prompt.</source>
        <translation>Seine Texte sind nicht die des Prompts.</translation>
    </message>
    <message>
        <source>It names “{words}” twice.</source>
        <translation>Er nennt „{words}“ zweimal.</translation>
    </message>
    <message>
        <source>It has no element “{words}”.</source>
        <translation>Er hat kein Element „{words}“.</translation>
    </message>
    <message>
        <source>“{words}” is no colour.</source>
        <translation>„{words}“ ist keine Farbe.</translation>
    </message>
    <message>
        <source>It is no plan of the form that was asked for.</source>
        <translation>Er hat nicht die verlangte Form.</translation>
    </message>
    <message>
        <source>The plan of {words} was not taken: {sentence}</source>
        <translation>Der Plan von {words} wurde nicht übernommen: {sentence}</translation>
    </message>
    <message>
        <source>{words} planned this; the checks are those of every plan.</source>
        <translation>Diesen Plan hat {words} gemacht; geprüft wird er wie jeder andere.</translation>
    </message>
    <message>
        <source>The prompt names nothing to draw.</source>
        <translation>Der Prompt nennt nichts, was zu zeichnen wäre.</translation>
    </message>
    <message>
        <source>Name a thing, or put the text to write in quotation marks.</source>
        <translation>Ein Ding nennen (auf Englisch) oder den Text in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>The {setting} {words} is not offered.</source>
        <translation>{setting} {words} wird nicht angeboten.</translation>
    </message>
    <message>
        <source>The aspect {words} is not offered.</source>
        <translation>Das Seitenverhältnis {words} wird nicht angeboten.</translation>
    </message>
    <message>
        <source>Use one of {words}.</source>
        <translation>Eines von {words} verwenden.</translation>
    </message>
    <message>
        <source>The {setting} cannot be both {value} and {value2}: the first is taken.</source>
        <translation>{setting} kann nicht zugleich {value} und {value2} sein: Das erste gilt.</translation>
    </message>
    <message>
        <source>The {setting} is {value}, as given beside the prompt, and not {value2}.</source>
        <translation>{setting} ist {value}, wie neben dem Prompt angegeben, und nicht {value2}.</translation>
    </message>
    <message>
        <source>“{words}” and “{words2}” cannot both hold: “{words3}” is taken because it comes first.</source>
        <translation>„{words}“ und „{words2}“ geht nicht zugleich: „{words3}“ gilt, weil es zuerst kommt.</translation>
    </message>
    <message>
        <source>“{words}” and “{words2}” cannot both colour the same thing: “{words3}” is taken because it comes first.</source>
        <translation>„{words}“ und „{words2}“ können nicht dasselbe Ding färben: „{words3}“ gilt, weil es zuerst kommt.</translation>
    </message>
    <message>
        <source>“no text” and “{words}” cannot both hold: the quoted text is written, and nothing else.</source>
        <translation>„no text“ und „{words}“ geht nicht zugleich: Der Text in Anführungszeichen wird geschrieben, sonst nichts.</translation>
    </message>
    <message>
        <source>“{words}” cannot be {relation} “{words2}” as well: what was said first is taken.</source>
        <translation>„{words}“ kann nicht auch noch {relation} „{words2}“ sein: Das zuerst Gesagte gilt.</translation>
    </message>
    <message>
        <source>A picture holds {figure} of a thing at most, not {figure2}.</source>
        <translation>Ein Bild fasst höchstens {figure} von einem Ding, nicht {figure2}.</translation>
    </message>
    <message>
        <source>A picture holds {figure} things at most; left out: {figure2} × “{words}”.</source>
        <translation>Ein Bild fasst höchstens {figure} Dinge; ausgelassen: {figure2} × „{words}“.</translation>
    </message>
    <message>
        <source>A plan holds {figure} different things at most; “{words}” is left out.</source>
        <translation>Ein Plan fasst höchstens {figure} verschiedene Dinge; „{words}“ entfällt.</translation>
    </message>
    <message>
        <source>A plan holds {figure} texts at most; “{words}” is left out.</source>
        <translation>Ein Plan fasst höchstens {figure} Texte; „{words}“ entfällt.</translation>
    </message>
    <message>
        <source>“{words}” is drawn as {article} {shape}.</source>
        <translation>„{words}“ wird so gezeichnet: {shape}.</translation>
    </message>
    <message>
        <source>“{words}” came without a number: {figure} are planned.</source>
        <translation>„{words}“ kam ohne Zahl: Geplant sind {figure}.</translation>
    </message>
    <message>
        <source>“{words}” is read as “{words2}”.</source>
        <translation>„{words}“ wird als „{words2}“ gelesen.</translation>
    </message>
    <message>
        <source>“{words}” has no quotation marks and is taken as text to write.</source>
        <translation>„{words}“ hat keine Anführungszeichen und gilt als Text, der geschrieben wird.</translation>
    </message>
    <message>
        <source>A quotation mark is never closed: the text is taken to the end of its line.</source>
        <translation>Ein Anführungszeichen wird nie geschlossen: Der Text reicht bis zum Ende der Zeile.</translation>
    </message>
    <message>
        <source>{words} is taken from the reference picture and not drawn by itself.</source>
        <translation>{words} kommt aus dem Referenzbild und wird nicht eigens gezeichnet.</translation>
    </message>
    <message>
        <source>“{words}” was not understood and changes nothing.</source>
        <translation>„{words}“ wurde nicht verstanden und ändert nichts.</translation>
    </message>
    <message>
        <source>{figure} more passages from position {figure2} on were not understood and change nothing.</source>
        <translation>Ab Stelle {figure2} wurden noch {figure} weitere Stellen nicht verstanden; sie ändern nichts.</translation>
    </message>
    <message>
        <source>{figure} more notes concern the prompt from position {figure2} on.</source>
        <translation>Noch {figure} weitere Anmerkungen betreffen den Prompt ab Stelle {figure2}.</translation>
    </message>
    <message>
        <source>The prompt is not in English: of its words only quoted texts and formats are understood.</source>
        <translation>Der Prompt ist nicht auf Englisch: Verstanden werden nur Texte in Anführungszeichen und Formate.</translation>
    </message>
    <message>
        <source>{words} has more than {figure} GB, too much for a picture.</source>
        <translation>{words} hat mehr als {figure} GB, zu viel für ein Bild.</translation>
    </message>
    <message>
        <source>{subject} has no mask, so its place is not known.</source>
        <translation>{subject} hat keine Maske; deshalb ist der Ort nicht bekannt.</translation>
    </message>
    <message>
        <source>Too few upright lines show how the camera was held.</source>
        <translation>Zu wenige senkrechte Linien zeigen, wie die Kamera gehalten wurde.</translation>
    </message>
    <message>
        <source>Render this region again, close to what is there.</source>
        <translation>Diesen Bereich neu rendern, nah an dem, was da ist.</translation>
    </message>
    <message>
        <source>Render this region anew.</source>
        <translation>Diesen Bereich ganz neu rendern.</translation>
    </message>
    <message>
        <source>Render this region anew with another seed.</source>
        <translation>Diesen Bereich mit einem anderen Seed ganz neu rendern.</translation>
    </message>
    <message>
        <source>Nothing here can draw into this picture.</source>
        <translation>Nichts hier kann in dieses Bild zeichnen.</translation>
    </message>
    <message>
        <source>Set text or change a colour in it, or choose a model that paints.</source>
        <translation>Text setzen, eine Farbe ändern oder ein malendes Modell wählen.</translation>
    </message>
    <message>
        <source>There is no region to render again.</source>
        <translation>Es gibt keinen Bereich, der neu zu rendern wäre.</translation>
    </message>
    <message>
        <source>Read it with `plantain models card {words}` and accept it with `plantain models accept {words2}`.</source>
        <translation>Mit `plantain models card {words}` lesen und mit `plantain models accept {words2}` annehmen.</translation>
    </message>
    <message>
        <source>{words} sends the download of {words2} round in circles.</source>
        <translation>{words} schickt das Herunterladen von {words2} im Kreis.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>{words} has a problem of its own ({words2}).</source>
        <translation>{words} hat selbst ein Problem ({words2}).</translation>
    </message>
    <message>
        <source>Try again later; what was fetched is kept.</source>
        <translation>Später erneut versuchen; was schon geladen ist, bleibt.</translation>
    </message>
    <message>
        <source>{words} cannot be reached ({error}).</source>
        <translation>{words} ist nicht erreichbar ({error}).</translation>
    </message>
    <message>
        <source>Check the network or the mirror; what was fetched is kept.</source>
        <translation>Netzwerk oder Spiegelserver überprüfen; was schon geladen ist, bleibt.</translation>
    </message>
    <message>
        <source>{words} cannot be a mirror.</source>
        <translation>{words} kann kein Spiegelserver sein.</translation>
    </message>
    <message>
        <source>Give its address as https://name.</source>
        <translation>Die Adresse als https://name angeben.</translation>
    </message>
    <message>
        <source>{words} asks who wants {words2}.</source>
        <translation>{words} fragt, wer {words2} haben möchte.</translation>
    </message>
    <message>
        <source>Accept its terms on its page and give an access token, or download it there by hand and import it.</source>
        <translation>Die Bedingungen auf der Seite annehmen und ein Zugriffstoken angeben, oder es dort von Hand herunterladen und importieren.</translation>
    </message>
    <message>
        <source>There is no {words} at {words2}.</source>
        <translation>{words} gibt es auf {words2} nicht.</translation>
    </message>
    <message>
        <source>It may have moved: look at its card.</source>
        <translation>Vielleicht ist es umgezogen: Auf der Karte nachsehen.</translation>
    </message>
    <message>
        <source>{words} has had too many requests.</source>
        <translation>{words} hat zu viele Anfragen bekommen.</translation>
    </message>
    <message>
        <source>Wait some minutes; what was fetched is kept.</source>
        <translation>Einige Minuten warten; was schon geladen ist, bleibt.</translation>
    </message>
    <message>
        <source>What {words} says of {words2} cannot be understood.</source>
        <translation>Was {words} über {words2} sagt, ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Check the mirror&apos;s address, or try again later.</source>
        <translation>Die Adresse des Spiegelservers überprüfen oder später erneut versuchen.</translation>
    </message>
    <message>
        <source>{words} sends the download of {words2} on to {words3}, which is not allowed.</source>
        <translation>{words} leitet das Herunterladen von {words2} an {words3} weiter; das ist nicht erlaubt.</translation>
    </message>
    <message>
        <source>Use another mirror, or download the file by hand and import it.</source>
        <translation>Einen anderen Spiegelserver verwenden oder die Datei von Hand herunterladen und importieren.</translation>
    </message>
    <message>
        <source>{words} does not let this access token have {words2}.</source>
        <translation>{words} gibt {words2} für dieses Zugriffstoken nicht heraus.</translation>
    </message>
    <message>
        <source>Accept the model&apos;s terms on its page with the same account, or download it by hand and import it.</source>
        <translation>Die Bedingungen des Modells auf seiner Seite mit demselben Konto annehmen, oder es von Hand herunterladen und importieren.</translation>
    </message>
    <message>
        <source>{words} is now under “{words2}”, not under the {words3} that the catalogue tells of.</source>
        <translation>{words} steht jetzt unter „{words2}“, nicht mehr unter {words3}, wie es im Katalog steht.</translation>
    </message>
    <message>
        <source>Read its card at {words}; if you agree, download it by hand and import it.</source>
        <translation>Die Karte unter {words} lesen; bei Zustimmung von Hand herunterladen und importieren.</translation>
    </message>
    <message>
        <source>{words} does not hold {words2}.</source>
        <translation>In {words} fehlt {words2}.</translation>
    </message>
    <message>
        <source>See {words}.</source>
        <translation>Siehe {words}.</translation>
    </message>
    <message>
        <source>The disk of {words} is full.</source>
        <translation>Der Datenträger von {words} ist voll.</translation>
    </message>
    <message>
        <source>Free some space; the download goes on from where it stopped.</source>
        <translation>Platz schaffen; das Herunterladen geht weiter, wo es aufgehört hat.</translation>
    </message>
    <message>
        <source>{words} is being downloaded already.</source>
        <translation>{words} wird schon heruntergeladen.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it there.</source>
        <translation>Warten Sie darauf, oder halten Sie es dort an.</translation>
    </message>
    <message>
        <source>{words} cannot be downloaded from here.</source>
        <translation>{words} kann von hier nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Get it by hand from {words} and import it.</source>
        <translation>Von Hand von {words} holen und importieren.</translation>
    </message>
    <message>
        <source>{words} needs {words2} more, and {words3} are free on the disk of {words4}.</source>
        <translation>{words} braucht noch {words2}; auf dem Datenträger von {words4} sind {words3} frei.</translation>
    </message>
    <message>
        <source>Free some space, or keep the models on another disk.</source>
        <translation>Platz schaffen oder die Modelle auf einem anderen Datenträger ablegen.</translation>
    </message>
    <message>
        <source>{words} is not the file that was published: its checksum is another.</source>
        <translation>{words} ist nicht die veröffentlichte Datei: Die Prüfsumme ist eine andere.</translation>
    </message>
    <message>
        <source>It was deleted. Try again, or use another mirror.</source>
        <translation>Sie wurde gelöscht. Erneut versuchen oder einen anderen Spiegelserver verwenden.</translation>
    </message>
    <message>
        <source>{words} announces {words2} bytes of {words3}, and {words4} are missing.</source>
        <translation>{words} kündigt {words2} Bytes von {words3} an, und {words4} fehlen.</translation>
    </message>
    <message>
        <source>Try again later, or use another mirror.</source>
        <translation>Später erneut versuchen oder einen anderen Spiegelserver verwenden.</translation>
    </message>
    <message>
        <source>{words} names a file {words2}.</source>
        <translation>{words} nennt eine Datei {words2}.</translation>
    </message>
    <message>
        <source>Nothing was fetched; do not trust it.</source>
        <translation>Nichts wurde geladen; dem ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>No checksum is published for {words}.</source>
        <translation>Für {words} ist keine Prüfsumme veröffentlicht.</translation>
    </message>
    <message>
        <source>Use another mirror.</source>
        <translation>Einen anderen Spiegelserver verwenden.</translation>
    </message>
    <message>
        <source>What is published as {words} is not the file that the catalogue knows: its SHA-256 is another.</source>
        <translation>Was als {words} veröffentlicht ist, ist nicht die Datei, die der Katalog kennt: Ihr SHA-256 ist ein anderer.</translation>
    </message>
    <message>
        <source>Nothing was fetched. See {words}.</source>
        <translation>Nichts wurde geladen. Siehe {words}.</translation>
    </message>
    <message>
        <source>The download of {words} breaks off at {words2} of {words3}.</source>
        <translation>Das Herunterladen von {words} bricht bei {words2} von {words3} ab.</translation>
    </message>
    <message>
        <source>Try again later: it goes on from there.</source>
        <translation>Später erneut versuchen: Es geht dort weiter.</translation>
    </message>
    <message>
        <source>The catalogue has no model {words}.</source>
        <translation>Der Katalog hat kein Modell {words}.</translation>
    </message>
    <message>
        <source>It has {words}.</source>
        <translation>Er hat {words}.</translation>
    </message>
    <message>
        <source>Nothing is selected in the region, so nothing was drawn anew.</source>
        <translation>Im Bereich ist nichts ausgewählt, also wurde nichts neu gezeichnet.</translation>
    </message>
    <message>
        <source>At strength 0 everything stays as it is, so nothing was drawn anew.</source>
        <translation>Bei Stärke 0 bleibt alles, wie es ist, also wurde nichts neu gezeichnet.</translation>
    </message>
    <message>
        <source>The mask is {words} pixels and the picture {figure} × {figure2}.</source>
        <translation>Die Maske hat {words} Pixel, das Bild {figure} × {figure2}.</translation>
    </message>
    <message>
        <source>Make the mask as large as the picture.</source>
        <translation>Die Maske so groß wie das Bild machen.</translation>
    </message>
    <message>
        <source>The renderer drew {words} pixels where {words2} were asked for.</source>
        <translation>Der Renderer zeichnete {words} Pixel, verlangt waren {words2}.</translation>
    </message>
    <message>
        <source>Try another model.</source>
        <translation>Ein anderes Modell versuchen.</translation>
    </message>
    <message>
        <source>There is no device {words} that works here.</source>
        <translation>Ein Gerät {words} arbeitet hier nicht.</translation>
    </message>
    <message>
        <source>Use auto or one of: {words}.</source>
        <translation>auto oder eines von diesen verwenden: {words}.</translation>
    </message>
    <message>
        <source>The logo of the brand kit is left out: nothing in the scene carries print.</source>
        <translation>Das Logo des Marken-Kits entfällt: Nichts in der Szene trägt Gedrucktes.</translation>
    </message>
    <message>
        <source>The plan has a logo, but no brand kit with one came with it.</source>
        <translation>Der Plan hat ein Logo, aber es kam kein Marken-Kit mit einem Logo.</translation>
    </message>
    <message>
        <source>Add the brand kit.</source>
        <translation>Das Marken-Kit hinzufügen.</translation>
    </message>
    <message>
        <source>The logo {words} is transparent all over.</source>
        <translation>Das Logo {words} ist überall durchsichtig.</translation>
    </message>
    <message>
        <source>Save it anew with something to see in it.</source>
        <translation>Es neu speichern, mit etwas Sichtbarem darin.</translation>
    </message>
    <message>
        <source>The logo is not in the picture.</source>
        <translation>Das Logo ist nicht im Bild.</translation>
    </message>
    <message>
        <source>The logo is {figure} pixels high: too small to be judged.</source>
        <translation>Das Logo ist {figure} Pixel hoch: zu klein, um beurteilt zu werden.</translation>
    </message>
    <message>
        <source>The logo is as it should be.</source>
        <translation>Das Logo ist, wie es sein soll.</translation>
    </message>
    <message>
        <source>The logo is not like its file, or not all of it is there.</source>
        <translation>Das Logo gleicht seiner Datei nicht, oder es ist nicht ganz da.</translation>
    </message>
    <message>
        <source>The logo&apos;s colours are not those of its file.</source>
        <translation>Die Farben des Logos sind nicht die seiner Datei.</translation>
    </message>
    <message>
        <source>The logo is stretched.</source>
        <translation>Das Logo ist verzerrt.</translation>
    </message>
    <message>
        <source>Check that the disk is connected and the file yours.</source>
        <translation>Prüfen, ob der Datenträger verbunden ist und die Datei gelesen werden darf.</translation>
    </message>
    <message>
        <source>Check that the disk is connected.</source>
        <translation>Prüfen, ob der Datenträger verbunden ist.</translation>
    </message>
    <message>
        <source>Check the name, or list the models: plantain models list.</source>
        <translation>Den Namen prüfen oder die Modelle auflisten: plantain models list.</translation>
    </message>
    <message>
        <source>Close what has it open.</source>
        <translation>Schließen, was es geöffnet hat.</translation>
    </message>
    <message>
        <source>Correct it in the program it belongs to.</source>
        <translation>In dem Programm berichtigen, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Delete it there, or stop sharing its folder: plantain models remove FOLDER.</source>
        <translation>Dort löschen, oder den Ordner nicht mehr zeigen: plantain models remove FOLDER.</translation>
    </message>
    <message>
        <source>Download or copy it again.</source>
        <translation>Noch einmal laden oder kopieren.</translation>
    </message>
    <message>
        <source>Download or copy the missing files.</source>
        <translation>Die fehlenden Dateien laden oder kopieren.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder with PLANTAIN_MODELS; nothing was imported.</source>
        <translation>Platz schaffen oder mit PLANTAIN_MODELS einen anderen Ordner wählen; importiert wurde nichts.</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder with PLANTAIN_MODELS.</source>
        <translation>Platz schaffen oder mit PLANTAIN_MODELS einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>It cannot be told which models “{words}” was made for, so it cannot be used with “{words2}”.</source>
        <translation>Es ist nicht zu erkennen, für welche Modelle „{words}“ gemacht ist; mit „{words2}“ lässt es sich nicht verwenden.</translation>
    </message>
    <message>
        <source>Let the render end, or close the window that uses it, then try again.</source>
        <translation>Das Bild fertig werden lassen oder das Fenster schließen, das es benutzt, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Name a folder with .safetensors or .gguf files or diffusers folders.</source>
        <translation>Einen Ordner mit .safetensors- oder .gguf-Dateien oder diffusers-Ordnern nennen.</translation>
    </message>
    <message>
        <source>Name a folder with a model_index.json or a config.json, or a weight file.</source>
        <translation>Einen Ordner mit model_index.json oder config.json nennen, oder eine Datei mit Gewichten.</translation>
    </message>
    <message>
        <source>Name the folder of ComfyUI, A1111 or InvokeAI, or one of models.</source>
        <translation>Den Ordner von ComfyUI, A1111 oder InvokeAI nennen, oder einen mit Modellen.</translation>
    </message>
    <message>
        <source>Name the folders themselves.</source>
        <translation>Die Ordner selbst nennen.</translation>
    </message>
    <message>
        <source>Only .safetensors files in the model&apos;s folder are read.</source>
        <translation>Gelesen werden nur .safetensors-Dateien im Ordner des Modells.</translation>
    </message>
    <message>
        <source>Parts that bring their own code are never loaded; use another version of this model.</source>
        <translation>Teile mit eigenem Code werden nie geladen; eine andere Fassung dieses Modells verwenden.</translation>
    </message>
    <message>
        <source>Plantain never runs a model&apos;s own code; use a version without it.</source>
        <translation>Plantain führt den Code eines Modells nie aus; eine Fassung ohne ihn verwenden.</translation>
    </message>
    <message>
        <source>Put the configuration and the weights of one model together.</source>
        <translation>Konfiguration und Gewichte desselben Modells zusammenlegen.</translation>
    </message>
    <message>
        <source>Remove the model and import it again.</source>
        <translation>Das Modell entfernen und noch einmal importieren.</translation>
    </message>
    <message>
        <source>Rename it to end in {words}.</source>
        <translation>Umbenennen, sodass sie auf {words} endet.</translation>
    </message>
    <message>
        <source>Say which by its id.</source>
        <translation>Das gemeinte mit seiner Kennung nennen.</translation>
    </message>
    <message>
        <source>Take its .safetensors file, or convert it on a spare machine: torch.load(weights_only=True), then save_file.</source>
        <translation>Die .safetensors-Datei davon nehmen, oder auf einem entbehrlichen Rechner umwandeln: torch.load(weights_only=True), dann save_file.</translation>
    </message>
    <message>
        <source>The folder is not there; connect its disk, or stop sharing it.</source>
        <translation>Den Ordner gibt es nicht; den Datenträger verbinden oder ihn nicht mehr zeigen.</translation>
    </message>
    <message>
        <source>There are: {words}.</source>
        <translation>Es gibt: {words}.</translation>
    </message>
    <message>
        <source>There is no file or folder {words}.</source>
        <translation>Es gibt weder Datei noch Ordner {words}.</translation>
    </message>
    <message>
        <source>There is no model “{words}”.</source>
        <translation>Es gibt kein Modell „{words}“.</translation>
    </message>
    <message>
        <source>There is no model “{words}”; the library is empty.</source>
        <translation>Es gibt kein Modell „{words}“; die Bibliothek ist leer.</translation>
    </message>
    <message>
        <source>Use .safetensors, .gguf or a diffusers folder.</source>
        <translation>.safetensors, .gguf oder einen diffusers-Ordner verwenden.</translation>
    </message>
    <message>
        <source>Use a model of a listed family.</source>
        <translation>Ein Modell einer genannten Familie verwenden.</translation>
    </message>
    <message>
        <source>Use a model of a listed family; pipelines that bring their own code are never run.</source>
        <translation>Ein Modell einer genannten Familie verwenden; Pipelines mit eigenem Code werden nie ausgeführt.</translation>
    </message>
    <message>
        <source>Use a version of this model that diffusers knows by itself.</source>
        <translation>Eine Fassung dieses Modells verwenden, die diffusers von sich aus kennt.</translation>
    </message>
    <message>
        <source>Use another file of this model.</source>
        <translation>Eine andere Datei dieses Modells verwenden.</translation>
    </message>
    <message>
        <source>Use another model.</source>
        <translation>Ein anderes Modell verwenden.</translation>
    </message>
    <message>
        <source>{words} cannot be read ({error}).</source>
        <translation>{words} lässt sich nicht lesen ({error}).</translation>
    </message>
    <message>
        <source>{words} cannot be read as YAML.</source>
        <translation>{words} lässt sich nicht als YAML lesen.</translation>
    </message>
    <message>
        <source>{words} holds no model.</source>
        <translation>{words} enthält kein Modell.</translation>
    </message>
    <message>
        <source>{words} holds no models.</source>
        <translation>{words} enthält keine Modelle.</translation>
    </message>
    <message>
        <source>{words} is too long to be a list of folders.</source>
        <translation>{words} ist zu lang für eine Liste von Ordnern.</translation>
    </message>
    <message>
        <source>“{words}” was made for {words2}, and “{words3}” is {words4}.</source>
        <translation>„{words}“ ist für {words2} gemacht, und „{words3}“ ist {words4}.</translation>
    </message>
    <message>
        <source>“{words}” asks for the pipeline {words2}, which is not one that Plantain knows.</source>
        <translation>„{words}“ verlangt die Pipeline {words2}, die Plantain nicht kennt.</translation>
    </message>
    <message>
        <source>“{words}” asks for {words2}.{words3} as its {words4}, which is not a class that Plantain knows.</source>
        <translation>„{words}“ verlangt {words2}.{words3} als {words4}, eine Klasse, die Plantain nicht kennt.</translation>
    </message>
    <message>
        <source>“{words}” asks to run code that is not part of diffusers ({words2} in {words3}/{words4}).</source>
        <translation>„{words}“ will Code ausführen, der nicht zu diffusers gehört ({words2} in {words3}/{words4}).</translation>
    </message>
    <message>
        <source>“{words}” brings a program of its own, {words2}, which Plantain does not run.</source>
        <translation>„{words}“ bringt ein eigenes Programm mit, {words2}, das Plantain nicht ausführt.</translation>
    </message>
    <message>
        <source>“{words}” could not be removed ({error}).</source>
        <translation>„{words}“ ließ sich nicht entfernen ({error}).</translation>
    </message>
    <message>
        <source>“{words}” could not be stored ({error}).</source>
        <translation>„{words}“ ließ sich nicht speichern ({error}).</translation>
    </message>
    <message>
        <source>“{words}” has no set of weights for all its parts.</source>
        <translation>„{words}“ hat nicht für alle seine Teile Gewichte derselben Art.</translation>
    </message>
    <message>
        <source>“{words}” has no weights in “{words2}”.</source>
        <translation>„{words}“ hat keine Gewichte in „{words2}“.</translation>
    </message>
    <message>
        <source>“{words}” holds a {words2}, which is no network that Plantain knows.</source>
        <translation>„{words}“ enthält ein Netz {words2}, das Plantain nicht kennt.</translation>
    </message>
    <message>
        <source>“{words}” holds arrays of an unknown type, “{words2}”.</source>
        <translation>„{words}“ enthält Felder eines unbekannten Typs, „{words2}“.</translation>
    </message>
    <message>
        <source>“{words}” holds no weights that can be read.</source>
        <translation>„{words}“ enthält keine lesbaren Gewichte.</translation>
    </message>
    <message>
        <source>“{words}” holds weights of no kind that Plantain knows.</source>
        <translation>„{words}“ enthält Gewichte keiner Art, die Plantain kennt.</translation>
    </message>
    <message>
        <source>“{words}” is a VAE for latents of {figure} channels, and “{words2}” makes {figure2}.</source>
        <translation>„{words}“ ist ein VAE für Latents mit {figure} Kanälen, und „{words2}“ erzeugt {figure2}.</translation>
    </message>
    <message>
        <source>“{words}” is a pickle, which can run any program when it is opened, so Plantain never opens one.</source>
        <translation>„{words}“ ist eine Pickle-Datei. Sie kann beim Öffnen jedes Programm ausführen, deshalb öffnet Plantain keine.</translation>
    </message>
    <message>
        <source>“{words}” is a {words2} file by another name.</source>
        <translation>„{words}“ ist eine {words2}-Datei unter anderem Namen.</translation>
    </message>
    <message>
        <source>“{words}” is a {words2} of its own and cannot be added to another model.</source>
        <translation>„{words}“ ist selbst ein Modell ({words2}) und lässt sich keinem anderen hinzufügen.</translation>
    </message>
    <message>
        <source>“{words}” is damaged: {error}.</source>
        <translation>„{words}“ ist beschädigt: {error}.</translation>
    </message>
    <message>
        <source>“{words}” is in use.</source>
        <translation>„{words}“ wird gerade benutzt.</translation>
    </message>
    <message>
        <source>“{words}” is not what it was when it was last verified. Fetch it again where it came from.</source>
        <translation>„{words}“ ist nicht mehr, was es bei der letzten Prüfung war. Noch einmal holen, woher es kam.</translation>
    </message>
    <message>
        <source>“{words}” is shared with another program and stays where it is.</source>
        <translation>„{words}“ wird mit einem anderen Programm geteilt und bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>“{words}” lacks its folder “{words2}”.</source>
        <translation>„{words}“ fehlt der Ordner „{words2}“.</translation>
    </message>
    <message>
        <source>“{words}” lacks the index of the weights in “{words2}”.</source>
        <translation>„{words}“ fehlt das Verzeichnis der Gewichte in „{words2}“.</translation>
    </message>
    <message>
        <source>“{words}” lacks {figure} of {figure2} weight files in “{words2}”: {words3}.</source>
        <translation>„{words}“ fehlen {figure} von {figure2} Dateien mit Gewichten in „{words2}“: {words3}.</translation>
    </message>
    <message>
        <source>“{words}” lacks {words2}/{words3}.</source>
        <translation>„{words}“ fehlt {words2}/{words3}.</translation>
    </message>
    <message>
        <source>“{words}” may be any of {words2}.</source>
        <translation>„{words}“ kann jedes von diesen sein: {words2}.</translation>
    </message>
    <message>
        <source>“{words}” needs {figure} MB and the disk of the library has {figure2} MB free.</source>
        <translation>„{words}“ braucht {figure} MB, und auf dem Datenträger der Bibliothek sind {figure2} MB frei.</translation>
    </message>
    <message>
        <source>“{words}” wants weights from {words2}.</source>
        <translation>„{words}“ will Gewichte von {words2}.</translation>
    </message>
    <message>
        <source>“{words}”: the weights in “{words2}” are not those of its config.json ({error}).</source>
        <translation>„{words}“: Die Gewichte in „{words2}“ sind nicht die seiner config.json ({error}).</translation>
    </message>
    <message>
        <source>“{words}” cannot be the {words2} of {words3}: its inputs and outputs are {words4}, not {words5}.</source>
        <translation>„{words}“ kann nicht {words2} von {words3} sein: Seine Ein- und Ausgänge sind {words4}, nicht {words5}.</translation>
    </message>
    <message>
        <source>Export the critic again, or correct its card.</source>
        <translation>Den Prüfer noch einmal exportieren oder seine Karte berichtigen.</translation>
    </message>
    <message>
        <source>{words} has no {words2}, so what its networks are for is not known.</source>
        <translation>{words} hat keine {words2}; wozu die Netze da sind, ist also nicht bekannt.</translation>
    </message>
    <message>
        <source>Export the critic with plantain models export-critic, or write a card as docs/critics.md shows.</source>
        <translation>Den Prüfer mit plantain models export-critic exportieren oder eine Karte schreiben, wie docs/critics.md es zeigt.</translation>
    </message>
    <message>
        <source>“{words}” lacks its weights, {words2}.</source>
        <translation>„{words}“ fehlen die Gewichte, {words2}.</translation>
    </message>
    <message>
        <source>Copy or export it again.</source>
        <translation>Noch einmal kopieren oder exportieren.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot run “{words}” ({error}).</source>
        <translation>ONNX Runtime kann „{words}“ nicht ausführen ({error}).</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Noch einmal exportieren.</translation>
    </message>
    <message>
        <source>“{words}” is no ONNX network.</source>
        <translation>„{words}“ ist kein ONNX-Netz.</translation>
    </message>
    <message>
        <source>Export it again, or take another file.</source>
        <translation>Noch einmal exportieren oder eine andere Datei nehmen.</translation>
    </message>
    <message>
        <source>“{words}” is of ONNX operator set {figure}; Plantain runs {figure2} to {figure3}.</source>
        <translation>„{words}“ hat den ONNX-Operatorsatz {figure}; Plantain führt {figure2} bis {figure3} aus.</translation>
    </message>
    <message>
        <source>Export it again with one of these.</source>
        <translation>Mit einem davon noch einmal exportieren.</translation>
    </message>
    <message>
        <source>They must lie in the same folder.</source>
        <translation>Sie müssen im selben Ordner liegen.</translation>
    </message>
    <message>
        <source>“{words}” answers otherwise once it is exported: it is off by {figure}.</source>
        <translation>„{words}“ antwortet anders, sobald es exportiert ist: Es weicht um {figure} ab.</translation>
    </message>
    <message>
        <source>Use another version of this critic.</source>
        <translation>Eine andere Fassung dieses Prüfers nehmen.</translation>
    </message>
    <message>
        <source>The networks of “{words}” do not belong together: their vectors differ in length.</source>
        <translation>Die Netze von „{words}“ gehören nicht zusammen: Ihre Vektoren sind verschieden lang.</translation>
    </message>
    <message>
        <source>“{words}” has no {words2} that can be read ({error}).</source>
        <translation>„{words}“ hat keine {words2}, die sich lesen lässt ({error}).</translation>
    </message>
    <message>
        <source>The {words} of “{words2}” does not pad texts to one length.</source>
        <translation>Die {words} von „{words2}“ bringt Texte nicht auf eine Länge.</translation>
    </message>
    <message>
        <source>“{words}” is a critic as torch has it; Plantain runs critics from ONNX files.</source>
        <translation>„{words}“ ist ein Prüfer, wie torch ihn kennt; Plantain führt Prüfer aus ONNX-Dateien aus.</translation>
    </message>
    <message>
        <source>Export it: plantain models export-critic {words} FOLDER.</source>
        <translation>Ihn exportieren: plantain models export-critic {words} FOLDER.</translation>
    </message>
    <message>
        <source>“{words}” cannot be exported to ONNX ({error}).</source>
        <translation>„{words}“ lässt sich nicht nach ONNX exportieren ({error}).</translation>
    </message>
    <message>
        <source>Exporting a critic needs the diffusion extra.</source>
        <translation>Um einen Prüfer zu exportieren, braucht es das Extra „diffusion“.</translation>
    </message>
    <message>
        <source>Install it (uv sync --extra diffusion) and try again.</source>
        <translation>Es installieren (uv sync --extra diffusion) und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>EasyOCR has no reader for {words}.</source>
        <translation>EasyOCR hat keinen Leser für {words}.</translation>
    </message>
    <message>
        <source>Choose among {words}.</source>
        <translation>Wählen Sie aus {words}.</translation>
    </message>
    <message>
        <source>No one reader of EasyOCR&apos;s reads {words}.</source>
        <translation>Kein einzelner Leser von EasyOCR liest {words}.</translation>
    </message>
    <message>
        <source>Export a reader for each script.</source>
        <translation>Exportieren Sie für jede Schrift einen eigenen Leser.</translation>
    </message>
    <message>
        <source>There is no {words} in {words2}.</source>
        <translation>In {words2} gibt es kein {words}.</translation>
    </message>
    <message>
        <source>EasyOCR fetches it the first time it reads such a text; name the folder it keeps it in, ~/.EasyOCR/model.</source>
        <translation>EasyOCR holt es, wenn es zum ersten Mal einen solchen Text liest; nennen Sie seinen Ordner, ~/.EasyOCR/model.</translation>
    </message>
    <message>
        <source>{words} holds no weights that can be read safely.</source>
        <translation>{words} enthält keine Gewichte, die sicher gelesen werden können.</translation>
    </message>
    <message>
        <source>Name the folder with EasyOCR&apos;s own files, and the language they are for.</source>
        <translation>Nennen Sie den Ordner mit EasyOCRs eigenen Dateien und die Sprache, für die sie sind.</translation>
    </message>
    <message>
        <source>{words} holds the weights of another network.</source>
        <translation>{words} enthält die Gewichte eines anderen Netzes.</translation>
    </message>
    <message>
        <source>{words} knows {figure} characters, not the {figure2} of this language.</source>
        <translation>{words} kennt {figure} Zeichen, nicht die {figure2} dieser Sprache.</translation>
    </message>
    <message>
        <source>There is no exporter for {words}.</source>
        <translation>Für {words} gibt es keinen Export.</translation>
    </message>
    <message>
        <source>There are some for {words}; import ONNX files as they are.</source>
        <translation>Es gibt ihn für {words}; ONNX-Dateien werden importiert, wie sie sind.</translation>
    </message>
    <message>
        <source>“{words}” holds a {words2}, not a {words3}.</source>
        <translation>„{words}“ enthält ein {words2}, kein {words3}.</translation>
    </message>
    <message>
        <source>Name the folder of the critic as its makers publish it.</source>
        <translation>Den Ordner des Prüfers angeben, wie ihn seine Urheber veröffentlichen.</translation>
    </message>
    <message>
        <source>“{words}” lacks {figure} of its weights, {words2} among them.</source>
        <translation>„{words}“ fehlen {figure} seiner Gewichte, darunter {words2}.</translation>
    </message>
    <message>
        <source>How “{words}” wants its pictures is not understood (preprocessor_config.json).</source>
        <translation>Wie „{words}“ seine Bilder haben will, ist nicht zu verstehen (preprocessor_config.json).</translation>
    </message>
    <message>
        <source>The tokenizer of “{words}” has no tokenizer.json.</source>
        <translation>Der Tokenizer von „{words}“ hat keine tokenizer.json.</translation>
    </message>
    <message>
        <source>The tokenizer of “{words}” cannot be kept as it is.</source>
        <translation>Der Tokenizer von „{words}“ lässt sich nicht behalten, wie er ist.</translation>
    </message>
    <message>
        <source>Import one: plantain models import FILE.</source>
        <translation>Eines importieren: plantain models import FILE.</translation>
    </message>
    <message>
        <source>Install it ({words}), or use the renderer studio.</source>
        <translation>Ihn installieren ({words}) oder den Renderer „studio“ verwenden.</translation>
    </message>
    <message>
        <source>There is no model here that makes pictures.</source>
        <translation>Hier gibt es kein Modell, das Bilder erzeugt.</translation>
    </message>
    <message>
        <source>The {words} renderer is not installed.</source>
        <translation>Der Renderer „{words}“ ist nicht installiert.</translation>
    </message>
    <message>
        <source>Import a model that can (plantain models import FILE), or turn stand-ins on (--stand-ins) for a layout preview.</source>
        <translation>Ein Modell importieren, das es kann (plantain models import FILE), oder Platzhalter einschalten (--stand-ins), um das Layout zu sehen.</translation>
    </message>
    <message>
        <source>Weights as they come.</source>
        <translation>Gewichte, wie sie kommen.</translation>
    </message>
    <message>
        <source>The denoiser at half its size: fine detail changes a little, steps are slower.</source>
        <translation>Der Entrauscher in halber Größe: Feine Einzelheiten ändern sich etwas, die Schritte sind langsamer.</translation>
    </message>
    <message>
        <source>The denoiser at half its size: hardly a visible change.</source>
        <translation>Der Entrauscher in halber Größe: kaum ein sichtbarer Unterschied.</translation>
    </message>
    <message>
        <source>The denoiser at little more than a quarter: detail and small text suffer visibly.</source>
        <translation>Der Entrauscher mit kaum mehr als einem Viertel: Einzelheiten und kleiner Text leiden sichtbar.</translation>
    </message>
    <message>
        <source>Every step is computed.</source>
        <translation>Jeder Schritt wird berechnet.</translation>
    </message>
    <message>
        <source>Steps that change little are skipped: up to twice as fast, fine detail may be lost.</source>
        <translation>Schritte, die wenig ändern, werden übersprungen: bis zu doppelt so schnell, feine Einzelheiten können verloren gehen.</translation>
    </message>
    <message>
        <source>Every other step is extrapolated: about half the time from ten steps on, detail may differ.</source>
        <translation>Jeder zweite Schritt wird hochgerechnet: ab zehn Schritten etwa die halbe Zeit, Einzelheiten können abweichen.</translation>
    </message>
    <message>
        <source>Steps are skipped by a table measured for FLUX.1: up to twice as fast, fine detail may be lost.</source>
        <translation>Schritte werden nach einer für FLUX.1 gemessenen Tabelle übersprungen: bis zu doppelt so schnell, feine Einzelheiten können verloren gehen.</translation>
    </message>
    <message>
        <source>What torch finds best.</source>
        <translation>Was torch am besten findet.</translation>
    </message>
    <message>
        <source>Torch&apos;s own kernels.</source>
        <translation>Die Kernel von torch selbst.</translation>
    </message>
    <message>
        <source>The same picture, somewhat faster on recent NVIDIA cards.</source>
        <translation>Dasselbe Bild, auf neueren NVIDIA-Karten etwas schneller.</translation>
    </message>
    <message>
        <source>The same picture in less memory on older NVIDIA cards.</source>
        <translation>Dasselbe Bild mit weniger Speicher auf älteren NVIDIA-Karten.</translation>
    </message>
    <message>
        <source>The cache {words} does not fit this model.</source>
        <translation>Der Cache {words} passt nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>Set cache = &quot;none&quot; or another in diffusion.toml.</source>
        <translation>In diffusion.toml cache = &quot;none&quot; oder einen anderen setzen.</translation>
    </message>
    <message>
        <source>{words} does not run on {words2}.</source>
        <translation>{words} läuft nicht auf {words2}.</translation>
    </message>
    <message>
        <source>It runs on {words}; choose another.</source>
        <translation>Es läuft auf {words}; etwas anderes wählen.</translation>
    </message>
    <message>
        <source>{words} needs {words2}, which is not installed.</source>
        <translation>{words} braucht {words2}, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>Install it: pip install {words}.</source>
        <translation>Installieren: pip install {words}.</translation>
    </message>
    <message>
        <source>The file {words} cannot be used ({error}).</source>
        <translation>Die Datei {words} ist nicht brauchbar ({error}).</translation>
    </message>
    <message>
        <source>“{words}” does not enlarge colour pictures.</source>
        <translation>„{words}“ vergrößert keine farbigen Bilder.</translation>
    </message>
    <message>
        <source>Choose another upscaler, or none.</source>
        <translation>Einen anderen Vergrößerer wählen oder keinen.</translation>
    </message>
    <message>
        <source>“{words}” is no upscaler of a kind known here.</source>
        <translation>„{words}“ ist kein Vergrößerer einer hier bekannten Art.</translation>
    </message>
    <message>
        <source>Memory does not suffice for the upscaler; the picture is enlarged without it.</source>
        <translation>Der Speicher reicht für den Vergrößerer nicht; das Bild wird ohne ihn vergrößert.</translation>
    </message>
    <message>
        <source>A negative prompt has no effect at a guidance of 1 or less, so yours is left out.</source>
        <translation>Ein negativer Prompt wirkt bei einer Guidance Scale von 1 oder weniger nicht und wird weggelassen.</translation>
    </message>
    <message>
        <source>This model reads no negative prompt, so yours is left out.</source>
        <translation>Dieses Modell liest keinen negativen Prompt; er wird weggelassen.</translation>
    </message>
    <message>
        <source>Choose another, or none.</source>
        <translation>Einen anderen wählen oder keinen.</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory does not suffice; the picture is drawn by the CPU. This can take minutes.</source>
        <translation>Der Speicher der Grafikkarte reicht nicht; der Prozessor zeichnet das Bild. Das kann Minuten dauern.</translation>
    </message>
    <message>
        <source>Memory is still short; the model now comes to the GPU layer by layer. This is much slower.</source>
        <translation>Der Speicher ist noch knapp; das Modell kommt nun Schicht für Schicht auf die Grafikkarte. Das ist viel langsamer.</translation>
    </message>
    <message>
        <source>Memory ran out on {words}; what was kept for later is freed.</source>
        <translation>Auf {words} ging der Speicher aus; was für später aufgehoben war, wird freigegeben.</translation>
    </message>
    <message>
        <source>The picture does not fit into the memory of {words}: it is drawn at {percent} and then enlarged.</source>
        <translation>Das Bild passt nicht in den Speicher von {words}: Es wird mit {percent} gezeichnet und dann vergrößert.</translation>
    </message>
    <message>
        <source>The model does not fit into the memory of {words}: it comes there layer by layer. This is much slower.</source>
        <translation>Das Modell passt nicht in den Speicher von {words}: Es kommt Schicht für Schicht dorthin. Das ist viel langsamer.</translation>
    </message>
    <message>
        <source>The model does not fit into the memory of {words} whole: only the part at work lies there. This is slower.</source>
        <translation>Das Modell passt nicht ganz in den Speicher von {words}: Nur der arbeitende Teil liegt dort. Das ist langsamer.</translation>
    </message>
    <message>
        <source>{words} does not compute right in {words2}.</source>
        <translation>{words} rechnet in {words2} nicht richtig.</translation>
    </message>
    <message>
        <source>Memory is still short; the picture is now decoded in tiles.</source>
        <translation>Der Speicher ist noch knapp; das Bild wird nun in Kacheln dekodiert.</translation>
    </message>
    <message>
        <source>Memory is still short; only the part at work stays on the GPU. This is slower.</source>
        <translation>Der Speicher ist noch knapp; nur der arbeitende Teil bleibt auf der Grafikkarte. Das ist langsamer.</translation>
    </message>
    <message>
        <source>Memory is still short; the picture is drawn at {percent} of its size and then enlarged.</source>
        <translation>Der Speicher ist noch knapp; das Bild wird in {percent} seiner Größe gezeichnet und dann vergrößert.</translation>
    </message>
    <message>
        <source>The model needs more memory than {words} has, even for a smaller picture.</source>
        <translation>Das Modell braucht selbst für ein kleineres Bild mehr Speicher, als {words} hat.</translation>
    </message>
    <message>
        <source>Choose a smaller size, a smaller model, or close other programs.</source>
        <translation>Eine kleinere Größe oder ein kleineres Modell wählen, oder andere Programme schließen.</translation>
    </message>
    <message>
        <source>The picture is drawn without a draft: {sentence}</source>
        <translation>Das Bild wird ohne Entwurf gezeichnet: {sentence}</translation>
    </message>
    <message>
        <source>There is no {words} for the ControlNet to follow: the studio can draw none of this plan.</source>
        <translation>Es gibt kein {words}, dem das ControlNet folgen könnte: Das Studio kann von diesem Plan keines zeichnen.</translation>
    </message>
    <message>
        <source>Give it as a picture with --reference, or leave the ControlNet out.</source>
        <translation>Als Bild mit --reference angeben oder das ControlNet weglassen.</translation>
    </message>
    <message>
        <source>Name one with --model: {words}.</source>
        <translation>Mit --model eines angeben: {words}.</translation>
    </message>
    <message>
        <source>“{words}” is a {words2}, not a {words3}.</source>
        <translation>„{words}“ ist ein {words2}, kein {words3}.</translation>
    </message>
    <message>
        <source>See what there is: plantain models list.</source>
        <translation>Was da ist, zeigt: plantain models list.</translation>
    </message>
    <message>
        <source>Choose a {words} that was made for it.</source>
        <translation>Ein dafür gemachtes {words} wählen.</translation>
    </message>
    <message>
        <source>“{words}” is a {words2} and makes no picture by itself.</source>
        <translation>„{words}“ ist ein {words2} und macht allein kein Bild.</translation>
    </message>
    <message>
        <source>Name the model it goes with.</source>
        <translation>Das Modell angeben, zu dem es gehört.</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Kein Modell ist gewählt.</translation>
    </message>
    <message>
        <source>There is no model in the library.</source>
        <translation>In der Bibliothek ist kein Modell.</translation>
    </message>
    <message>
        <source>“{words}” is no longer at {words2}.</source>
        <translation>„{words}“ ist nicht mehr unter {words2}.</translation>
    </message>
    <message>
        <source>“{words}” comes without its configuration.</source>
        <translation>„{words}“ kommt ohne seine Konfiguration.</translation>
    </message>
    <message>
        <source>Import it as a diffusers folder.</source>
        <translation>Als diffusers-Ordner importieren.</translation>
    </message>
    <message>
        <source>{words} works with no ControlNet.</source>
        <translation>{words} arbeitet mit keinem ControlNet.</translation>
    </message>
    <message>
        <source>Leave it out, or choose a model of another family.</source>
        <translation>Weglassen oder ein Modell einer anderen Familie wählen.</translation>
    </message>
    <message>
        <source>The image encoder of “{words}” is missing.</source>
        <translation>Der Bildencoder von „{words}“ fehlt.</translation>
    </message>
    <message>
        <source>Put its folder image_encoder into {words}.</source>
        <translation>Den Ordner image_encoder in {words} legen.</translation>
    </message>
    <message>
        <source>Leave out what was added to it (LoRAs, a ControlNet), or import it again from where it came.</source>
        <translation>Weglassen, was hinzukam (LoRAs, ein ControlNet), oder es von der Quelle noch einmal importieren.</translation>
    </message>
    <message>
        <source>Nothing in “{words}” fits “{words2}”.</source>
        <translation>Nichts in „{words}“ passt zu „{words2}“.</translation>
    </message>
    <message>
        <source>Choose a LoRA that was made for it.</source>
        <translation>Ein dafür gemachtes LoRA wählen.</translation>
    </message>
    <message>
        <source>The {words} is made ready for ONNX Runtime. This is done once for a model.</source>
        <translation>„{words}“ wird für ONNX Runtime vorbereitet. Das geschieht einmal je Modell.</translation>
    </message>
    <message>
        <source>The {words} is made ready for ONNX Runtime once more, for another size.</source>
        <translation>{words}: wird noch einmal für ONNX Runtime vorbereitet, für eine andere Größe.</translation>
    </message>
    <message>
        <source>The {words} of this model cannot be exported to ONNX ({error}), so torch runs it.</source>
        <translation>{words} dieses Modells lässt sich nicht nach ONNX exportieren ({error}); torch führt es aus.</translation>
    </message>
    <message>
        <source>ONNX Runtime stopped in the {words} ({error}).</source>
        <translation>ONNX Runtime ist in „{words}“ stehen geblieben ({error}).</translation>
    </message>
    <message>
        <source>Delete {words} to have it exported anew.</source>
        <translation>{words} löschen, damit es neu exportiert wird.</translation>
    </message>
    <message>
        <source>The {words} cannot be opened by ONNX Runtime ({error}).</source>
        <translation>ONNX Runtime kann „{words}“ nicht öffnen ({error}).</translation>
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
    <name>fragment</name>
    <message>
        <source>The plan in the brief</source>
        <translation>Der Plan im Auftrag</translation>
    </message>
    <message>
        <source>The brief in this document</source>
        <translation>Der Auftrag in diesem Dokument</translation>
    </message>
    <message>
        <source>The trace in this document</source>
        <translation>Das Protokoll in diesem Dokument</translation>
    </message>
    <message>
        <source>A round in this document</source>
        <translation>Eine Runde in diesem Dokument</translation>
    </message>
    <message>
        <source>The history</source>
        <translation>Der Verlauf</translation>
    </message>
    <message>
        <source>The trace in {0}</source>
        <translation>Das Protokoll in {0}</translation>
    </message>
    <message>
        <source>no longer speaks the language of this program</source>
        <translation>spricht nicht mehr die Sprache dieses Programms</translation>
    </message>
    <message>
        <source>was ended by the system, most likely for want of memory</source>
        <translation>wurde vom System beendet, vermutlich aus Speichermangel</translation>
    </message>
    <message>
        <source>crashed ({0})</source>
        <translation>ist abgestürzt ({0})</translation>
    </message>
    <message>
        <source>answered with what is no answer ({0})</source>
        <translation>antwortete mit etwas, das keine Antwort ist ({0})</translation>
    </message>
    <message>
        <source>did not stop</source>
        <translation>hörte nicht auf</translation>
    </message>
    <message>
        <source>has not answered for {0} seconds</source>
        <translation>hat {0} Sekunden lang nicht geantwortet</translation>
    </message>
    <message>
        <source>has stood still at “{0}” for {1} seconds</source>
        <translation>stand {1} Sekunden lang bei „{0}“ still</translation>
    </message>
    <message>
        <source>from words</source>
        <translation>aus Worten</translation>
    </message>
    <message>
        <source>from a picture</source>
        <translation>aus einem Bild</translation>
    </message>
    <message>
        <source>inside a mask</source>
        <translation>innerhalb einer Maske</translation>
    </message>
    <message>
        <source>after a ControlNet</source>
        <translation>nach einem ControlNet</translation>
    </message>
    <message>
        <source>from a picture after a ControlNet</source>
        <translation>aus einem Bild nach einem ControlNet</translation>
    </message>
    <message>
        <source>inside a mask after a ControlNet</source>
        <translation>innerhalb einer Maske nach einem ControlNet</translation>
    </message>
    <message>
        <source>from references</source>
        <translation>aus Referenzen</translation>
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
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>Free the models&apos; memory</source>
        <translation>Speicher der Modelle freigeben</translation>
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
        <translation>Keines</translation>
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
    <name>models</name>
    <message>
        <source>Choose the model</source>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>{0}, guidance scale {1}</source>
        <translation>{0}, Guidance Scale {1}</translation>
    </message>
    <message>
        <source>Licence of {0}</source>
        <translation>Lizenz von {0}</translation>
    </message>
    <message>
        <source>Read the whole text</source>
        <translation>Ganzen Text lesen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Passing it on</source>
        <translation>Weitergabe</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Bring a model</source>
        <translation>Ein Modell mitbringen</translation>
    </message>
    <message>
        <source>your own, or another program&apos;s</source>
        <translation>ein eigenes oder das eines anderen Programms</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Transformer</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>Text encoder</source>
        <translation>Textencoder</translation>
    </message>
    <message>
        <source>Upscaler</source>
        <translation>Vergrößerer</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Embedding</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Family not known</source>
        <translation>Familie nicht bekannt</translation>
    </message>
    <message>
        <source>{0} million parameters</source>
        <translation>{0} Mio. Parameter</translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation>{0} Mrd. Parameter</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>free to use</source>
        <translation>frei nutzbar</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>eingeschränkt</translation>
    </message>
    <message>
        <source>not commercial</source>
        <translation>nicht kommerziell</translation>
    </message>
    <message>
        <source>licence not known</source>
        <translation>Lizenz nicht bekannt</translation>
    </message>
    <message>
        <source>Free for commercial use.</source>
        <translation>Frei für kommerzielle Nutzung.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>Wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Wird importiert</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Asking what is there</source>
        <translation>Es wird erfragt, was da ist</translation>
    </message>
    <message>
        <source>Putting it into the library</source>
        <translation>Wird in die Bibliothek gestellt</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
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
    <name>part</name>
    <message>
        <source>left of</source>
        <translation>links von</translation>
    </message>
    <message>
        <source>right of</source>
        <translation>rechts von</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>on</source>
        <translation>auf</translation>
    </message>
    <message>
        <source>in front of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>hinter</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>in</translation>
    </message>
    <message>
        <source>next to</source>
        <translation>neben</translation>
    </message>
    <message>
        <source>left</source>
        <translation>linken</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechten</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oberen</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unteren</translation>
    </message>
    <message>
        <source>aspect</source>
        <translation>Das Seitenverhältnis</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Die Größe</translation>
    </message>
    <message>
        <source>light</source>
        <translation>Das Licht</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>brief</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>trace</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>brand</source>
        <translation>Marken-Kit</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>the plan</source>
        <translation>der Plan</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
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
    <name>shape</name>
    <message>
        <source>backdrop</source>
        <translation>Hintergrundrolle</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>Tasche</translation>
    </message>
    <message>
        <source>billboard</source>
        <translation>Plakatwand</translation>
    </message>
    <message>
        <source>book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>bottle</source>
        <translation>Flasche</translation>
    </message>
    <message>
        <source>box</source>
        <translation>Schachtel</translation>
    </message>
    <message>
        <source>can</source>
        <translation>Dose</translation>
    </message>
    <message>
        <source>card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>carton</source>
        <translation>Karton</translation>
    </message>
    <message>
        <source>cone</source>
        <translation>Kegel</translation>
    </message>
    <message>
        <source>cube</source>
        <translation>Würfel</translation>
    </message>
    <message>
        <source>cup</source>
        <translation>Becher</translation>
    </message>
    <message>
        <source>cylinder</source>
        <translation>Zylinder</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>Boden</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>jar</source>
        <translation>Glas</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Etikett</translation>
    </message>
    <message>
        <source>laptop</source>
        <translation>Laptop</translation>
    </message>
    <message>
        <source>lettering</source>
        <translation>Schriftzug</translation>
    </message>
    <message>
        <source>mug</source>
        <translation>Tasse</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>podium</source>
        <translation>Podest</translation>
    </message>
    <message>
        <source>pouch</source>
        <translation>Beutel</translation>
    </message>
    <message>
        <source>pyramid</source>
        <translation>Pyramide</translation>
    </message>
    <message>
        <source>shelf</source>
        <translation>Regal</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Schild</translation>
    </message>
    <message>
        <source>sphere</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>torus</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>tube</source>
        <translation>Tube</translation>
    </message>
    <message>
        <source>wall</source>
        <translation>Wand</translation>
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
        <source>Second opinion</source>
        <translation>Zweite Meinung</translation>
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
        <source>Waiting for its turn</source>
        <translation>Warten, bis der Renderer frei ist</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell laden</translation>
    </message>
    <message>
        <source>Adding detail</source>
        <translation>Einzelheiten hinzufügen</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Drawing a draft</source>
        <translation>Entwurf zeichnen</translation>
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
        <source>Comparing with the references</source>
        <translation>Vergleich mit den Referenzen</translation>
    </message>
    <message>
        <source>Looking for what your policy names</source>
        <translation>Suche nach dem, was die Richtlinie nennt</translation>
    </message>
    <message>
        <source>Comparing with the words</source>
        <translation>Mit den Worten vergleichen</translation>
    </message>
    <message>
        <source>Asking the local model</source>
        <translation>Lokales Modell wird gefragt</translation>
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
        <source>score of the detector</source>
        <translation>Wert des Detektors</translation>
    </message>
    <message>
        <source>probability of the words</source>
        <translation>Wahrscheinlichkeit der Worte</translation>
    </message>
    <message>
        <source>probability against other styles</source>
        <translation>Wahrscheinlichkeit gegenüber anderen Stilen</translation>
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
        <source>share of the brand&apos;s colours</source>
        <translation>Anteil in den Farben der Marke</translation>
    </message>
    <message>
        <source>fit of the brand&apos;s font</source>
        <translation>Übereinstimmung mit der Schrift der Marke</translation>
    </message>
    <message>
        <source>likeness to the reference</source>
        <translation>Ähnlichkeit mit der Referenz</translation>
    </message>
    <message>
        <source>probability of an unwanted category</source>
        <translation>Wahrscheinlichkeit einer unerwünschten Kategorie</translation>
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
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Nothing else is written</source>
        <translation>Sonst steht nichts im Bild</translation>
    </message>
    <message>
        <source>The brand&apos;s colours</source>
        <translation>Die Farben der Marke</translation>
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
    <message>
        <source>likeness of the logo</source>
        <translation>Ähnlichkeit des Logos</translation>
    </message>
</context>
</TS>
