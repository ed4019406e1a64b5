import { foldWord } from './foldWord.ts'
import type { WordLanguage } from './stemWord.ts'

/**
 * Words anybody writes about anything. Two notes that share one have little in common, and a word on this list is never
 * taken for a misspelt term. A fixed list instead of counts over the wall: a pair must score the same on every wall.
 */
const LISTS: Readonly<Record<WordLanguage, string>> = {
  en: `one two three four five six seven eight nine ten hundred thousand million first second third last next new old good bad better
    best well big small large little long short high low many much few several year years month months week weeks day days time
    times time now today already always never often again soon late early free easy simple hard real right wrong open closed full
    empty whole part half people person men man staff team group groups local regional international global public
    government ministry minister ministers office officer officers agency department institute institutions organisation organization
    work works working worked use uses used using user make makes made making take takes taken taking give gives given giving go goes
    going come comes coming keep keeps kept keeping put set sets start started starting stop stopped run running run know knows known
    show shows shown find found build built building bring brings brought buy sell sold pay see seen seeing ask asks asked asking
    try tried think say says said tell told think write written read learn hold held meet meeting meets send sent leave left
    lost lose losing grow growing change changes changed improve improved develop developed development manage managed manager managing
    management plan plans planning planned project projects programme program programmes programs activity activities action actions
    system systems process processes approach approaches method methods tool tools level levels area areas place places region regions world
    around near next far across along together inside outside before after since until while because instead
    against within among behind back away down up out off problem problems issue issues solution solutions result results
    effective strong weak common different same similar like likely various own main key important basic advanced
    biodiversity nature natural environment environmental conservation protection conserve protect species habitat habitats ecosystem
    ecosystems resources resource sustainable sustainability ecological wild wildlife land
    visit visits training trained trainer trainers course courses expert experts data information knowledge cases case study studies
    lessons lesson example examples guide guidelines manual advice skills capacity building exchange community communities
    house home hotel road roads water cost costs price kind side end name number numbers list lists sort`,
  fr: `un deux trois quatre cinq six sept huit neuf dix cent mille premier première dernier dernière nouveau nouvelle nouveaux nouvelles ancien
    bon bonne bons bonnes bien mieux grand grande grands grandes petit petite petits petites long longue beaucoup peu plusieurs quelques an ans
    année années mois jour jours temps fois déjà toujours jamais encore bientôt gratuit gratuite facile simple libre ouvert ouverte gens
    personne personnes hommes équipe équipes groupe groupes local locale locaux locales régional régionale international public publique
    gouvernement ministère ministre ministres bureau agence département institut institution institutions organisation travail travailler
    utiliser utilisé faire fait faite font mettre mise mis prendre pris donner donné aller venir voir savoir trouver construire
    changer améliorer développer développement gérer gestion plan plans projet projets programme programmes activité activités action actions
    système systèmes processus approche approches méthode méthodes outil outils niveau niveaux zone zones lieu région régions monde
    avant après depuis contre autour près ensemble dehors dedans problème problèmes solution solutions résultat résultats
    biodiversité nature naturel naturelle naturelles naturels environnement environnemental conservation protection protéger espèce espèces habitat
    habitats écosystème écosystèmes ressources durable durables écologique formation formations cours expert experts expertise données
    information connaissances étude études exemple exemples guide manuel capacités renforcement échange échanges communauté communautés`,
  es: `uno dos tres cuatro cinco seis siete ocho nueve diez cien mil primer primero primera último última nuevo nueva nuevos nuevas viejo bueno
    buena buenos buenas buen bien mejor gran grande grandes pequeño pequeña pequeños pequeñas largo mucho muchos muchas poco pocos pocas varios varias
    año años mes meses día días tiempo vez veces ahora siempre nunca pronto gratis gratuito fácil simple sencillo libre abierto abierta
    gente personas persona hombres equipo equipos grupo grupos local locales regional internacional público pública gobierno ministerio
    ministro oficina agencia departamento instituto instituciones organización trabajo trabajar usar uso usado hacer hecho hace poner tomar dar
    dado ir venir ver saber encontrar construir cambiar mejorar desarrollar desarrollo manejar manejo gestión plan planes proyecto proyectos programa
    programas actividad actividades acción acciones sistema sistemas proceso procesos enfoque método métodos herramienta herramientas nivel área
    áreas zona zonas lugar región regiones mundo contra alrededor cerca juntos problema problemas solución soluciones resultado resultados
    biodiversidad naturaleza natural naturales ambiente ambiental ambientales conservación conservar protección proteger especie especies hábitat
    ecosistema ecosistemas recursos sostenible sostenibles ecológico capacitación curso cursos experto expertos datos información conocimiento estudio
    estudios ejemplo ejemplos guía manual capacidades fortalecimiento intercambio comunidad comunidades`,
  pt: `um dois três quatro cinco seis sete oito nove dez cem mil primeiro primeira último última novo nova novos novas velho bom boa bons boas bem
    melhor grande grandes pequeno pequena pequenos pequenas longo muito muitos muitas pouco poucos poucas vários várias ano anos mês meses dia dias tempo
    vez vezes agora sempre nunca grátis gratuito fácil simples livre aberto aberta gente pessoas pessoa homens equipe equipa grupo
    grupos local locais regional internacional público pública governo ministério ministro escritório agência departamento instituto
    instituições organização trabalho trabalhar usar uso usado fazer feito pôr tomar dar dado ir vir ver saber encontrar construir mudar melhorar
    desenvolver desenvolvimento gerir gestão manejo plano planos projeto projetos programa programas atividade atividades ação ações sistema sistemas
    processo processos abordagem método métodos ferramenta ferramentas nível área áreas zona zonas lugar região regiões mundo contra perto
    juntos problema problemas solução soluções resultado resultados meios
    biodiversidade natureza natural naturais ambiente ambiental ambientais conservação conservar proteção proteger espécie espécies habitat
    ecossistema ecossistemas recursos sustentável sustentáveis ecológico formação capacitação curso cursos perito especialista dados informação
    conhecimento estudo estudos exemplo exemplos guia manual capacidades intercâmbio comunidade comunidades`,
  ru: `один два три четыре пять шесть семь восемь девять десять сто тысяча первый последний новый новая новые новых старый хороший хорошие лучший
    большой большие малый малые маленький долгий много мало несколько год года лет месяц день дней время раз уже всегда никогда скоро сейчас бесплатно
    бесплатные простой простая открытый люди людей человек команда группа группы местный местные местная региональный международный
    государственный правительство министерство министр отдел агентство департамент институт организация организации работа работать работы использование
    использовать сделать делать дать взять идти видеть знать найти строить изменить улучшить развитие развивать управление план планы
    проект проекты программа программы деятельность действия система системы процесс подход метод методы инструмент уровень район районы место
    регион регионы мир против вокруг вместе проблема проблемы решение решения результат результаты
    биоразнообразие биоразнообразия природа природы природный природные окружающая среда среды сохранение сохранения охрана охраны защита вид виды
    видов экосистема экосистемы ресурсы ресурсов устойчивый устойчивое обучение курсы эксперт эксперты данные данных информация знания
    исследование пример примеры руководство обмен община общины методика`,
  ar: `واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مائة ألف أول أخير جديد جديدة قديم جيد جيدة أفضل كبير كبيرة صغير صغيرة طويل كثير قليل
    عدة سنة سنوات عام شهر يوم أيام وقت الآن دائما مجاني مجانية سهل بسيط مفتوح ناس أشخاص شخص رجال فريق مجموعة محلي محلية إقليمي إقليمية دولي
    عامة حكومة وزارة وزير مكتب وكالة إدارة معهد مؤسسة مؤسسات منظمة عمل استخدام جعل أخذ إعطاء معرفة بناء تغيير تحسين تطوير تنمية خطة خطط مشروع
    مشاريع برنامج برامج نشاط أنشطة إجراء إجراءات نظام نظم عملية نهج طريقة طرق أداة أدوات مستوى منطقة مناطق مكان عالم ضد معا مشكلة حل نتائج
    تنوع بيولوجي البيولوجي طبيعة طبيعي طبيعية بيئة بيئي بيئية حفظ حماية صون نوع أنواع موئل نظام إيكولوجي موارد مستدام مستدامة تدريب دورة خبير خبراء
    بيانات معلومات دراسة دراسات مثال أمثلة دليل قدرات تبادل مجتمع مجتمعات`,
}

export function isCommonWord(folded: string, language: WordLanguage): boolean {
  return COMMON_WORDS[language].has(folded)
}

const COMMON_WORDS = Object.fromEntries(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.split(/\s+/).map(foldWord))]),
) as unknown as Readonly<Record<WordLanguage, ReadonlySet<string>>>
